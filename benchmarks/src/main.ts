import { CommanderError } from "commander";
import { type ExitCode, makeProgram } from "./program.ts";

/** Runs the benchmarks' command line; what went wrong is said in one line, and the exit code says it too. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = makeProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has spoken itself
    const words = error instanceof Error ? error.message : String(error);
    process.stderr.write(`bench: ${words.replace(/\s*\n\s*/g, " ").trim()}\n`);
    return 2;
  }
}
