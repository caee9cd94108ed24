import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { addCertify } from "./commands/certify.ts";
import { addCheck } from "./commands/check.ts";
import { addCompare } from "./commands/compare.ts";
import { addEvaluate } from "./commands/evaluate.ts";
import { addFit } from "./commands/fit.ts";
import { addPath } from "./commands/path.ts";
import { addPenalties } from "./commands/penalties.ts";
import { addPredict } from "./commands/predict.ts";
import { addProx } from "./commands/prox.ts";
import { addReproduce } from "./commands/reproduce.ts";
import { addSimulate } from "./commands/simulate.ts";
import { addSubset } from "./commands/subset.ts";
import { manifest } from "./version.ts";

/** 0 done; 1 not converged, diverged or interrupted, or a law is broken or a check fails; 2 bad input or usage. */
export type ExitCode = 0 | 1 | 2;
export type SetExitCode = (code: ExitCode) => void;

export function makeProgram(setExitCode: SetExitCode): Command {
  const program = new Command("proxkit")
    .description("Learn sparse models: a loss plus a penalty, minimised by a solver.")
    .version(manifest().version)
    .addHelpText(
      "after",
      `
Examples:
  $ proxkit simulate --d 20 --patches 2 --samples 2000 --support 5 --out planted.csv
  $ proxkit fit planted.csv --patches 2 --penalty tl1:a=1 --out model.json --plot fit.svg
  $ proxkit predict model.json new.csv > predictions.csv
  $ proxkit fit diabetes.csv --target progression --loss squared --cv
  $ proxkit path diabetes.csv --target progression --cv --plot path.svg
  $ proxkit subset diabetes.csv --target progression --sizes 1-6
  $ proxkit check ./my-penalty.ts --plot mine.svg
  $ proxkit reproduce --out report

Exit codes: 0 done; 1 not converged or diverged (the result is written, and says so), interrupted,
or a law is broken; 2 bad input or usage.`,
    );
  addFit(program, setExitCode);
  addPath(program, setExitCode);
  addCompare(program, setExitCode);
  addSubset(program, setExitCode);
  addPredict(program);
  addEvaluate(program);
  addSimulate(program);
  addPenalties(program);
  addProx(program);
  addCheck(program, setExitCode);
  addCertify(program, setExitCode);
  addReproduce(program, setExitCode);
  const all: readonly CommandUnknownOpts[] = [program, ...program.commands];
  for (const command of all)
    command
      .option("--verbose", "show where in the code an error arose")
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  return program;
}

/** Commander's error and its suggestion, on one line. */
function oneLine(text: string): string {
  const words = text.replace(/^error: /, "").trim();
  return `proxkit: ${words.replace(/\s*\n\s*\(?/g, " (").replace(/\?\)$/, "?)")}\n`;
}
