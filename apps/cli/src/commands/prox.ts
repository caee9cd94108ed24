import type { Command } from "@commander-js/extra-typings";
import { count, finite, nonNegative, several } from "./numbers.ts";

export function addProx(program: Command): void {
  program
    .command("prox")
    .summary("compute and draw a penalty's prox, value and envelope")
    .description(
      "Compute a penalty's proximal operator, value and Moreau envelope for v from one number to another, as CSV; and draw them.",
    )
    .argument("<penalty>", "as for fit --penalty: tl1:a=0.1, an npm module, a path")
    .option("--t <number>", "the step", nonNegative, 1)
    .option("--from <number>", "the first v", finite, -3)
    .option("--to <number>", "the last v", finite, 3)
    .option("--points <n>", "how many v, at least 2", several, 601)
    .option(
      "--dimension <d>",
      "the length of the vectors (v, 0, …, 0); default: the least that the penalty takes",
      count,
    )
    .option(
      "--out <file>",
      "where to: .csv, .tsv or .npy; - is standard output, and the default without --plot and --json",
    )
    .option("--plot <file>", "write a picture (.svg or .png)")
    .option("--json", "print the numbers as JSON; infinities are null")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit prox tl1:a=1 --t 0.2 > tl1.csv
  $ proxkit prox l0 --plot l0.svg
  $ proxkit prox ./my-penalty.ts --from 0 --to 10 --out mine.csv --plot mine.png

prox(v, t) = argmin_u t P(u) + ½ ‖u − v‖², envelope = min_u P(u) + ‖u − v‖² / 2t.
A penalty that is not separable is taken along the first axis: v stands for (v, 0, …, 0).`,
    )
    .action(async (penalty, options) => {
      const { runProx } = await import("../prox/run-prox.ts");
      await runProx(penalty, options);
    });
}
