import type { Command } from "@commander-js/extra-typings";
import { LINEAR_LOSSES } from "../linear/options.ts";
import type { SetExitCode } from "../program.ts";
import { DATA } from "./data-argument.ts";
import * as linear from "./linear-options.ts";
import { oneOf } from "./one-of.ts";
import { withFolds, withLambdas, withModel, withTable } from "./with-options.ts";

export function addCompare(program: Command, setExitCode: SetExitCode): void {
  const compare = program
    .command("compare")
    .summary("compare penalties on the same data and folds")
    .description(
      "Compare penalties on the same data: for each the λ that is chosen on the same folds, how well it predicts, which columns it keeps, and how much the penalties agree.",
    )
    .argument("<data>", DATA);
  const asked = withTable(compare)
    .addOption(oneOf("--loss <name>", "what to learn", LINEAR_LOSSES).default("squared" as const))
    .requiredOption("--penalties <list>", "at least two, separated by commas: l1,mcp,tl1:a=1")
    .addOption(linear.featureWeights)
    .addOption(linear.group)
    .addOption(linear.criterion)
    .addOption(linear.rule);
  withLambdas(withFolds(withModel(asked)))
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
