import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { endWithTest } from "../../../tools/test/end-with-test.ts";
import { type Outcome, run } from "../../../tools/test/run.ts";

/** The built command line. */
const bin: string = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

/** The data of the examples. */
export const examples: string = fileURLToPath(new URL("../../../examples/data/", import.meta.url));
export const planted: string = join(examples, "planted-k2-d20.csv");
export const noisy: string = join(examples, "planted-noisy-k4-d25.csv.gz");
export const diabetes: string = join(examples, "diabetes-standardized.csv");

/** The user's own Node, on which the published command line would run. */
export const systemNode: string = process.env.PROXKIT_SYSTEM_NODE ?? process.execPath;

/** Runs the built command line as the published one would run. */
export function proxkit(args: readonly string[], cwd?: string, input?: string): Promise<Outcome> {
  return run(systemNode, [bin, ...args], { ...(cwd && { cwd }), ...(input && { input }) });
}

/** Starts the built command line, for a test that does not wait for its end. */
export function start(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): ChildProcessWithoutNullStreams {
  return endWithTest(spawn(systemNode, [bin, ...args], { cwd, env: { ...process.env, ...env } }));
}

/** As proxkit, with these additions to the environment. */
export function proxkitWith(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<Outcome> {
  return run(systemNode, [bin, ...args], { env: { ...process.env, ...env }, keepColor: true });
}

/** As proxkit, with `--json` understood. */
export async function proxkitJson(args: readonly string[], cwd?: string) {
  const outcome = await proxkit([...args, "--json"], cwd);
  return { ...outcome, json: JSON.parse(outcome.stdout) };
}

/** An empty folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "proxkit-cli-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function readText(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

/** The truth behind the planted data. */
export function truthOf(file: string): { support: number[]; wStar: number[]; noise: number } {
  const list = JSON.parse(readText(examples, "planted.json"));
  return list.find((entry: { file: string }) => file.endsWith(entry.file));
}
