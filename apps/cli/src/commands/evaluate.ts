import type { Command } from "@commander-js/extra-typings";
import { DATA } from "./data-argument.ts";

export function addEvaluate(program: Command): void {
  program
    .command("evaluate")
    .summary("measure a model on data with a target")
    .description(
      "Measure a model on data that hold its target: mean squared error and R²; accuracy and log loss for a logistic model.",
    )
    .argument("<model>", "a model that proxkit fit or subset wrote")
    .argument("<data>", `${DATA}; columns are found by name`)
    .option("--json", "print the measures as JSON")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit evaluate model.json held-out.csv
  $ proxkit evaluate model.json held-out.csv --json | jq .mse`,
    )
    .action(async (model, data, { json }) => {
      const { runEvaluate } = await import("../model/run-evaluate.ts");
      await runEvaluate(model, data, json ?? false);
    });
}
