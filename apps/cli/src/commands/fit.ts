import type { Command } from "@commander-js/extra-typings";
import { LOSSES, SOLVERS } from "../fit/options.ts";
import type { SetExitCode } from "../program.ts";
import { DATA } from "./data-argument.ts";
import * as linear from "./linear-options.ts";
import { count, natural, nonNegative, positive, share, stepSize } from "./numbers.ts";
import { oneOf } from "./one-of.ts";

const EXAMPLES = `
Examples:
  $ proxkit fit planted.csv --patches 2                           a network, RVSM, l1
  $ proxkit fit planted.csv --patches 2 --penalty tl1:a=0.5 --plot fit.png
  $ proxkit fit planted.csv --patches 2 --solver iht --sparsity 5
  $ proxkit fit planted.csv --patches 2 --truth planted.json --out model.json
  $ proxkit fit diabetes.csv --target progression --loss squared --cv
  $ proxkit fit data.tsv.gz --target sick --loss logistic --penalty mcp --criterion ebic
  $ proxkit fit iris.csv --target species --loss multinomial --group auto --cv 5 --rule 1se
  $ cat data.csv | proxkit fit - --loss squared --json | jq .support

Objectives:
  network      1/m Σ (1/k Σ relu(w·patch) − y)²
  squared      1/(2m) ‖y − b − Xw‖²
  logistic     1/m Σ log(1 + exp(−y (x·w + b)))           two classes, by any names
  huber        1/m Σ h(y − b − x·w), h(r) = r²/2 up to δ, then straight
  poisson      1/m Σ (exp(z) − y z),  z = x·w + b          counts
  multinomial  1/m Σ (log Σ exp(zₖ) − z of its class)      a weight for each class
  rvsm adds λ P(u) + β/2 ‖w − u‖² and calls prox(w, λ/β); cd and proxgrad add λ P(w).

--solver cd, the default of all but the network, learns an intercept that is not penalised, on columns divided by
their standard deviation, and reports weights in the units of the data: --no-intercept and --no-standardize turn
that off. The other solvers do neither.`;

export function addFit(program: Command, setExitCode: SetExitCode): void {
  program
    .command("fit")
    .summary("learn a sparse model from a data file")
    .description("Learn a sparse model from a data file and show what was found.")
    .argument("<data>", DATA)
    .option("--target <column>", "the column to predict", "y")
    .option("--exclude <columns>", "columns to leave out, separated by commas")
    .addOption(
      oneOf("--loss <name>", "what to learn; default: network, with --solver cd squared", LOSSES),
    )
    .option("--patches <k>", "how many patches the columns form (network)", count)
    .option(
      "--penalty <name>",
      "l1, l0, tl1[:a=1], … (see proxkit penalties), an npm module or a path to a .ts or .js file",
      "l1",
    )
    .addOption(oneOf("--solver <name>", "default: rvsm for the network, else cd", SOLVERS))
    .option(
      "--lambda <number>",
      "weight of the penalty; default: 1e-5 (network), else a tenth of the least that makes all weights 0",
      nonNegative,
    )
    .addOption(linear.cv)
    .addOption(linear.rule)
    .addOption(linear.measure)
    .addOption(linear.repeats)
    .addOption(linear.criterion)
    .option("--intercept", "learn an intercept; default with cd")
    .option("--no-intercept", "do not")
    .option("--standardize", "learn on columns of deviation 1; default with cd")
    .option("--no-standardize", "do not")
    .addOption(linear.weights)
    .addOption(linear.featureWeights)
    .addOption(linear.group)
    .addOption(linear.categorical)
    .addOption(linear.dropMissing)
    .option(
      "--lambda-ratio <number>",
      "λ over the least that makes all weights 0; with --cv and --criterion that of the last λ tried",
      share,
    )
    .addOption(linear.lambdas)
    .addOption(linear.delta)
    .addOption(linear.workers)
    .option(
      "--beta <number>",
      "RVSM's coupling; default: 4e-3 (network), else the loss's smoothness",
      positive,
    )
    .option(
      "--step <eta>",
      'step size: a number, "safe" or "backtracking"; default: backtracking for the network, else safe',
      stepSize,
    )
    .option("--sparsity <s>", "how many weights to keep (iht)", count)
    .option("--normalize", "RVSM: scale w to unit norm in each step; default for the network")
    .option("--no-normalize", "RVSM: do not")
    .option(
      "--seed <n>",
      "of the random start (network, or --normalize), and of the folds",
      natural,
      0,
    )
    .option(
      "--max-iterations <n>",
      "when to give up; default: 10000, with cd 200 for each λ",
      count,
    )
    .option(
      "--tolerance <number>",
      "when to stop: the fixed-point residual relative to the start's gradient (default: 1e-10), with cd the duality gap or that residual (default: 1e-8)",
      nonNegative,
    )
    .option("--threads <n>", "how many threads share the rows; default: 1", count)
    .option(
      "--out <file>",
      "write the model (JSON); - is standard output, and the report then goes to standard error",
    )
    .option("--trace <file>", "write a line for each iteration (CSV); or -, as --out")
    .option("--plot <file>", "write a picture (.svg or .png)")
    .option("--truth <file>", "the planted weights (JSON), to compare with and to draw")
    .option("--checkpoint <file>", "write where the run stands, whatever the outcome")
    .option("--resume <file>", "go on from a checkpoint, with the same bits")
    .option("--json", "print the result as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (data, options) => {
      const { runAnyFit } = await import("../fit/run-any-fit.ts");
      setExitCode(await runAnyFit(data, options));
    });
}
