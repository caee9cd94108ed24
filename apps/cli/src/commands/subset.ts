import type { Command } from "@commander-js/extra-typings";
import { SUBSET_LOSSES } from "../linear/options.ts";
import type { SetExitCode } from "../program.ts";
import { DATA } from "./data-argument.ts";
import * as linear from "./linear-options.ts";
import { natural } from "./numbers.ts";
import { oneOf } from "./one-of.ts";
import { sizes } from "./sizes.ts";
import { withFolds, withModel, withTable } from "./with-options.ts";

export function addSubset(program: Command, setExitCode: SetExitCode): void {
  const subset = program
    .command("subset")
    .summary("find the best columns of each size")
    .description(
      "Find the best columns of each size: the s columns that together explain most, for one s after another, whether that is proven, and which size predicts best.",
    )
    .argument("<data>", DATA);
  const asked = withTable(subset)
    .addOption(oneOf("--loss <name>", "what to learn", SUBSET_LOSSES).default("squared" as const))
    .option(
      "--sizes <list>",
      "how many columns, as 1-8 or 1,2,5; default: from 0 until more explain no more, at most 50",
      sizes,
    )
    .option("--keep <columns>", "columns that are always in and do not count")
    .option(
      "--nodes <n>",
      "how many sets of columns the proof may look at; 0 for no proof; default: 100000 of up to 40 columns, of other losses 10000 of up to 12",
      natural,
    )
    .addOption(linear.subsetCriterion)
    .addOption(linear.subsetRule);
  withFolds(withModel(asked))
    .option("--out <file>", "write the chosen model (JSON); - is standard output")
    .option("--plot <file>", "write a picture (.svg or .png)")
    .option("--json", "print all of it as JSON")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit subset diabetes.csv --target progression --sizes 1-6
  $ proxkit subset diabetes.csv --target progression --sizes 3 --out model.json
  $ proxkit subset diabetes.csv --target progression --keep age,sex --cv --rule 1se --plot subset.svg
  $ proxkit subset data.tsv.gz --target sick --loss logistic --criterion bic

An intercept is always in and does not count. Of the sizes the one of least EBIC (γ = 1) is chosen, unless --criterion
or --cv says otherwise. Proven means that no other columns of that size explain more; among many columns they are found by
exchanging one for another until none helps.`,
    )
    .action(async (data, options) => {
      const { runSubset } = await import("../subset/run-subset.ts");
      setExitCode(await runSubset(data, options));
    });
}
