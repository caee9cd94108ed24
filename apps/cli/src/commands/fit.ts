import type { Command } from "@commander-js/extra-typings";
import { LOSSES, SOLVERS } from "../fit/options.ts";
import type { SetExitCode } from "../program.ts";
import { DATA } from "./data-argument.ts";
import { count, nonNegative, positive, seed, stepSize } from "./numbers.ts";
import { oneOf } from "./one-of.ts";

const EXAMPLES = `
Examples:
  $ proxkit fit planted.csv --patches 2                           a network, RVSM, l1
  $ proxkit fit planted.csv --patches 2 --penalty tl1:a=0.5 --plot fit.png
  $ proxkit fit planted.csv --patches 2 --solver iht --sparsity 5
  $ proxkit fit planted.csv --patches 2 --truth planted.json --out model.json
  $ proxkit fit diabetes.csv --target progression --loss squared --lambda 4.5
  $ proxkit fit data.tsv.gz --target sick --loss logistic --penalty ./my-penalty.ts
  $ cat data.csv | proxkit fit - --loss squared --json | jq .support

Objectives:
  network   1/m Σ (1/k Σ relu(w·patch) − y)²
  squared   1/(2m) ‖y − Xw‖²         without intercept: centre the columns
  logistic  1/m Σ log(1 + exp(−y x·w))
  rvsm adds λ P(u) + β/2 ‖w − u‖² and calls prox(w, λ/β); proxgrad adds λ P(w).`;

export function addFit(program: Command, setExitCode: SetExitCode): void {
  program
    .command("fit")
    .summary("learn a sparse model from a data file")
    .description("Learn a sparse model from a data file and show what was found.")
    .argument("<data>", DATA)
    .option("--target <column>", "the column to predict", "y")
    .option("--exclude <columns>", "columns to leave out, separated by commas")
    .addOption(oneOf("--loss <name>", "what to learn", LOSSES).default("network" as const))
    .option("--patches <k>", "how many patches the columns form (network)", count)
    .option(
      "--penalty <name>",
      "l1, l0, tl1[:a=1], … (see proxkit penalties), an npm module or a path to a .ts or .js file",
      "l1",
    )
    .addOption(oneOf("--solver <name>", "default: rvsm for the network, else proxgrad", SOLVERS))
    .option(
      "--lambda <number>",
      "weight of the penalty; default: 1e-5 (network), else a tenth of the least that makes all weights 0",
      nonNegative,
    )
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
    .option("--seed <n>", "of the random start (network, or --normalize)", seed, 0)
    .option("--max-iterations <n>", "when to give up", count, 10_000)
    .option(
      "--tolerance <number>",
      "fixed-point residual to stop at, relative to the start's gradient",
      nonNegative,
      1e-10,
    )
    .option("--threads <n>", "how many threads share the rows", count, 1)
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
      const { runFit } = await import("../fit/run-fit.ts");
      setExitCode(await runFit(data, options));
    });
}
