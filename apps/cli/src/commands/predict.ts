import type { Command } from "@commander-js/extra-typings";
import { DATA } from "./data-argument.ts";

export function addPredict(program: Command): void {
  program
    .command("predict")
    .summary("apply a model to new data")
    .description(
      "Apply a model to new data: a column of predictions; for a logistic model of probabilities and classes.",
    )
    .argument("<model>", "a model that proxkit fit or subset wrote")
    .argument("<data>", `${DATA}; columns are found by name, others are ignored`)
    .option("--out <file>", "where to: .csv, .tsv or .npy; - is standard output", "-")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit predict model.json new.csv > predictions.csv
  $ proxkit predict model.json new.npy --out predictions.npy`,
    )
    .action(async (model, data, { out }) => {
      const { runPredict } = await import("../model/run-predict.ts");
      await runPredict(model, data, out);
    });
}
