import type { Command } from "@commander-js/extra-typings";
import { count, natural, nonNegative } from "./numbers.ts";

export function addSimulate(program: Command): void {
  program
    .command("simulate")
    .summary("make data of a network with a known sparse filter")
    .description(
      "Make Gaussian data of a no-overlap network with a known sparse filter of unit norm: columns x1_1 … xk_d, and y.",
    )
    .option("--d <n>", "inputs a patch, and weights of the filter", count, 20)
    .option("--patches <k>", "patches a sample", count, 2)
    .option("--samples <m>", "rows", count, 1000)
    .option("--support <n>", "nonzero weights", count, 5)
    .option("--noise <sd>", "standard deviation of the noise on y", nonNegative, 0)
    .option("--seed <n>", "the same seed gives the same data", natural, 0)
    .option("--out <file>", "where to: .csv, .tsv or .npy; - is standard output", "-")
    .option("--truth <file>", "write the planted filter (JSON)")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit simulate --d 20 --patches 2 --samples 2000 --support 5 --seed 1 --out planted.csv --truth planted.json
  $ proxkit simulate --noise 0.1 | proxkit fit -`,
    )
    .action(async (options) => {
      const { runSimulate } = await import("../simulate/run-simulate.ts");
      await runSimulate(options);
    });
}
