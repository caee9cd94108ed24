import type { Command } from "@commander-js/extra-typings";
import type { SetExitCode } from "../program.ts";
import { FORMATS } from "../reproduce/formats.ts";
import { count, threads } from "./numbers.ts";
import { oneOf } from "./one-of.ts";

export function addReproduce(program: Command, setExitCode: SetExitCode): void {
  program
    .command("reproduce")
    .summary("compute the paper's tables, figures and theorems anew")
    .description(
      "Compute the tables, figures, theorems and lemmas of Dinh & Xin (arXiv 1812.05719) anew, each published number beside ours and a verdict that a stated rule gives.",
    )
    .argument("[parts...]", "table1, figure4, theorem1, …; default: all")
    .option("--out <dir>", "write report.html, report.md, report.json there, and keep what is done")
    .option("--seeds <n>", "how many seeds the averages are over", count, 100)
    .option("--workers <n>", "threads; 0 for none but the main one; default: the cores", threads)
    .addOption(
      oneOf(
        "--format <name>",
        "what to write; default: md to standard output, all three with --out",
        FORMATS,
      ),
    )
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit reproduce --out report                   everything; open report/report.html
  $ proxkit reproduce table1 table2 --seeds 20
  $ proxkit reproduce theorem1 --format html > theorem1.html
  $ proxkit reproduce table1 --json | jq .summary

The same parts and seeds give the same bytes, whatever the number of workers. With --out a stopped
run is gone on from: finished parts are kept in DIR/.parts.

Exit codes: 0 done, whatever the verdicts; 1 interrupted; 2 bad input or usage.`,
    )
    .action(async (parts, options) => {
      const { runReproduce } = await import("../reproduce/run-reproduce.ts");
      setExitCode(await runReproduce(parts, options));
    });
}
