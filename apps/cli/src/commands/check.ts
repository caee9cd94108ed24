import type { Command } from "@commander-js/extra-typings";
import type { SetExitCode } from "../program.ts";
import { count, natural } from "./numbers.ts";

export function addCheck(program: Command, setExitCode: SetExitCode): void {
  program
    .command("check")
    .summary("hold a penalty to the laws that every penalty must obey")
    .description(
      "Hold a penalty, yours or a built-in one, to the laws that every penalty must obey, and show what contradicts them.",
    )
    .argument("<penalty>", "as for fit --penalty: ./my-penalty.ts, an npm module, tl1:a=0.1")
    .option("--seed <n>", "the same seed gives the same cases", natural, 1)
    .option("--runs <n>", "random cases a law", count, 200)
    .option("--dimension <d>", "the length of the vectors; default: what the penalty takes", count)
    .option("--plot <file>", "write a picture of prox, value and envelope (.svg or .png)")
    .option("--json", "print the findings as JSON")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit check ./my-penalty.ts
  $ proxkit check ./my-penalty.ts:c=2 --runs 5000 --seed 7 --plot mine.svg
  $ proxkit check some-npm-package --json | jq '.laws[] | select(.outcome == "broken")'

Exit codes: 0 every law holds; 1 a law is broken; 2 it is no penalty, or does not work at all.`,
    )
    .action(async (penalty, options) => {
      const { runCheck } = await import("../check/run-check.ts");
      setExitCode(await runCheck(penalty, options));
    });
}
