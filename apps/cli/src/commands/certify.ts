import type { Command } from "@commander-js/extra-typings";
import type { SetExitCode } from "../program.ts";
import { positive } from "./numbers.ts";

export function addCertify(program: Command, setExitCode: SetExitCode): void {
  program
    .command("certify")
    .summary("hold the paper's theorems to a run of yours")
    .description(
      "Hold what the theorems of Dinh & Xin assume and conclude to a run of fit, with both sides of each statement: Theorem 1 for RVSM, Theorem 2 for adaptive IHT.",
    )
    .argument("<file>", "a model (fit --out), or a trace (fit --trace), which allows fewer checks")
    .option("--truth <file>", "the planted weights (JSON) in the units of the data")
    .option("--delta <d>", "Theorem 1's δ in radians; default: what serves best", positive)
    .option("--json", "print the checks as JSON")
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit simulate --seed 1 --out planted.csv --truth planted.json
  $ proxkit fit planted.csv --step safe --truth planted.json --out model.json --trace trace.csv
  $ proxkit certify model.json
  $ proxkit certify model.json --truth planted.json --delta 0.5
  $ proxkit certify trace.csv --json | jq '.checks[] | select(.verdict == "fails")'

A fit without --truth can be certified too: what needs the truth is then not applicable.

Exit codes: 0 no check fails; 1 a check fails; 2 bad input or usage.`,
    )
    .action(async (file, options) => {
      const { runCertify } = await import("../certify/run-certify.ts");
      setExitCode(await runCertify(file, options));
    });
}
