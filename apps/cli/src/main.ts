import { CommanderError } from "commander";
import { toOneLine } from "./one-line.ts";
import { type ExitCode, makeProgram } from "./program.ts";
import { Interrupted } from "./threads/interruptible.ts";

/** Runs the command line; what went wrong is said in one line, and the exit code says it too. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = makeProgram((code) => {
    exitCode = code;
  });
  outliveTheReader();
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has spoken itself
    process.stderr.write(`proxkit: ${toOneLine(error)}\n`);
    if (args.includes("--verbose") && error instanceof Error)
      process.stderr.write(`${error.stack}\n`);
    return error instanceof Interrupted ? 1 : 2;
  }
}

/**
 * `proxkit predict … | head` closes our output early: that is no error of ours, and the exit code stays that
 * of the run. Other errors reach the one who writes.
 */
function outliveTheReader(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
