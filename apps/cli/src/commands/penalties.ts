import type { Command } from "@commander-js/extra-typings";
import { nonNegative } from "./numbers.ts";

export function addPenalties(program: Command): void {
  program
    .command("penalties")
    .summary("list penalties: parameters, traits, threshold")
    .description("List the built-in penalties, and those of given modules.")
    .argument("[modules...]", "as for fit --penalty: tl1:a=0.1, an npm module, a path")
    .option("--t <number>", "the step at which to show the threshold", nonNegative, 1)
    .option("--json", "print the list as JSON")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit penalties
  $ proxkit penalties tl1:a=0.1 ./my-penalty.ts --t 0.01
  $ proxkit penalties 'box:lower=0,penalty=(mcp:gamma=2)'

prox(v, t) = argmin_u t P(u) + ½ ‖u − v‖² is 0 for |v| up to the threshold.`,
    )
    .action(async (modules, options) => {
      const { runPenalties } = await import("../penalty/run-penalties.ts");
      await runPenalties(modules, options);
    });
}
