import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endWithTest } from "./end-with-test.ts";

/** The repository's root folder. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Default: the repository's root. */
  readonly cwd?: string;
  /** Default: this process's environment, without what vitest put there to colour output. */
  readonly env?: NodeJS.ProcessEnv;
  /** What the program reads. Default: nothing. */
  readonly input?: string;
  /** FORCE_COLOR as `env` has it. Default: not passed on. */
  readonly keepColor?: boolean;
}

const windows = process.platform === "win32";

/** Runs a program to its end, by default without colours. */
export function run(
  command: string,
  args: readonly string[],
  { cwd = root, env = process.env, input = "", keepColor = false }: RunOptions = {},
): Promise<Outcome> {
  const { FORCE_COLOR, ...plain } = env;
  if (keepColor) plain.FORCE_COLOR = FORCE_COLOR;
  return new Promise((resolve, reject) => {
    // Node starts a .cmd file, which is what npm's programs are on Windows, only through a shell
    const shell = windows && command.endsWith(".cmd");
    const child = endWithTest(spawn(command, args, { cwd, env: plain, shell }));
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject).on("close", (status) => resolve({ status, stdout, stderr }));
    child.stdin.on("error", () => {}); // a program may end before it has read all
    child.stdin.end(input);
  });
}

/** Runs a program that the root package.json brings. */
export function runTool(
  name: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  return run(join(root, "node_modules/.bin", windows ? `${name}.cmd` : name), args, options);
}

/** What a program printed, line by line, without indentation; none if it printed nothing. */
export function lines(output: string): string[] {
  const text = output.trim();
  return text === "" ? [] : text.split(/\r?\n/).map((line) => line.trim());
}
