import type { Command } from "@commander-js/extra-typings";
import { LINEAR_LOSSES } from "../linear/options.ts";
import type { SetExitCode } from "../program.ts";
import { DATA } from "./data-argument.ts";
import * as linear from "./linear-options.ts";
import { count, nonNegative, seed } from "./numbers.ts";
import { oneOf } from "./one-of.ts";

export function addCompare(program: Command, setExitCode: SetExitCode): void {
  program
    .command("compare")
    .summary("compare penalties on the same data and folds")
    .description(
      "Compare penalties on the same data: for each the λ that is chosen on the same folds, how well it predicts, which columns it keeps, and how much the penalties agree.",
    )
    .argument("<data>", DATA)
    .option("--target <column>", "the column to predict", "y")
    .option("--exclude <columns>", "columns to leave out, separated by commas")
    .addOption(oneOf("--loss <name>", "what to learn", LINEAR_LOSSES).default("squared" as const))
    .requiredOption("--penalties <list>", "at least two, separated by commas: l1,mcp,tl1:a=1")
    .addOption(linear.cv)
    .addOption(linear.rule)
    .addOption(linear.measure)
    .addOption(linear.repeats)
    .addOption(linear.criterion)
    .option("--seed <n>", "of the folds", seed, 0)
    .option("--no-intercept", "learn no intercept")
    .option("--no-standardize", "learn on the columns as they are, not of deviation 1")
    .addOption(linear.weights)
    .addOption(linear.featureWeights)
    .addOption(linear.group)
    .addOption(linear.categorical)
    .addOption(linear.dropMissing)
    .addOption(linear.lambdaRatio)
    .addOption(linear.lambdas)
    .addOption(linear.delta)
    .addOption(linear.workers)
    .option("--max-iterations <n>", "when to give up on a λ; default: 200", count)
    .option("--tolerance <number>", "when to stop; default: 1e-8", nonNegative)
    .option("--plot <file>", "write a picture (.svg or .png)")
    .option("--json", "print the comparison as JSON")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit compare diabetes.csv --target progression --penalties l1,mcp,tl1:a=1
  $ proxkit compare diabetes.csv --target progression --penalties l1,scad --cv 5 --rule 1se --plot compare.svg
  $ proxkit compare diabetes.csv --target progression --penalties l1,l0 --criterion ebic --json

Without --criterion λ is chosen by 10 folds.`,
    )
    .action(async (data, options) => {
      const { runCompare } = await import("../compare/run-compare.ts");
      setExitCode(await runCompare(data, options));
    });
}
