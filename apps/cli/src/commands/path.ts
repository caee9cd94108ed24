import type { Command } from "@commander-js/extra-typings";
import { LINEAR_LOSSES } from "../linear/options.ts";
import type { SetExitCode } from "../program.ts";
import { DATA } from "./data-argument.ts";
import * as linear from "./linear-options.ts";
import { oneOf } from "./one-of.ts";
import { withFolds, withLambdas, withModel, withTable } from "./with-options.ts";

export function addPath(program: Command, setExitCode: SetExitCode): void {
  const path = program
    .command("path")
    .summary("solve a linear model for one λ after another")
    .description(
      "Solve a linear model for one λ after another, from the λ that makes all weights 0 down: which columns come in when, what they explain, and which λ predicts best.",
    )
    .argument("<data>", DATA);
  const asked = withTable(path)
    .addOption(oneOf("--loss <name>", "what to learn", LINEAR_LOSSES).default("squared" as const))
    .option("--penalty <name>", "l1, mcp, tl1[:a=1], … (see proxkit penalties), or a module", "l1")
    .addOption(linear.featureWeights)
    .addOption(linear.group);
  withLambdas(withFolds(withModel(asked)))
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
