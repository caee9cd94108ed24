import type { Command } from "@commander-js/extra-typings";
import { LINEAR_LOSSES } from "../linear/options.ts";
import type { SetExitCode } from "../program.ts";
import { DATA } from "./data-argument.ts";
import * as linear from "./linear-options.ts";
import { count, nonNegative, seed } from "./numbers.ts";
import { oneOf } from "./one-of.ts";

export function addPath(program: Command, setExitCode: SetExitCode): void {
  program
    .command("path")
    .summary("solve a linear model for one λ after another")
    .description(
      "Solve a linear model for one λ after another, from the λ that makes all weights 0 down: which columns come in when, what they explain, and which λ predicts best.",
    )
    .argument("<data>", DATA)
    .option("--target <column>", "the column to predict", "y")
    .option("--exclude <columns>", "columns to leave out, separated by commas")
    .addOption(oneOf("--loss <name>", "what to learn", LINEAR_LOSSES).default("squared" as const))
    .option("--penalty <name>", "l1, mcp, tl1[:a=1], … (see proxkit penalties), or a module", "l1")
    .addOption(linear.cv)
    .addOption(linear.measure)
    .addOption(linear.repeats)
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
    .option("--out <file>", "write all of it (.csv or .json); - is standard output (CSV)")
    .option("--plot <file>", "write a picture (.svg or .png)")
    .option("--json", "print the path as JSON")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit path diabetes.csv --target progression --plot path.svg
  $ proxkit path diabetes.csv --target progression --penalty mcp --cv --plot path.png
  $ proxkit path iris.csv --target species --loss multinomial --group auto --out path.csv

The path ends early where nearly all is explained, or a smaller λ explains no more.`,
    )
    .action(async (data, options) => {
      const { runPath } = await import("../path/run-path.ts");
      setExitCode(await runPath(data, options));
    });
}
