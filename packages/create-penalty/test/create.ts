import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { type Outcome, run } from "../../../tools/test/run.ts";

/** This package's folder. */
export const home: string = fileURLToPath(new URL("../", import.meta.url));

/** Runs the built command in a folder, on the user's own Node, as npm would run the published one. */
export function create(
  args: readonly string[],
  cwd: string,
  bin: string = join(home, "dist/bin.js"),
): Promise<Outcome> {
  return run(process.env.PROXKIT_SYSTEM_NODE ?? process.execPath, [bin, ...args], { cwd });
}

/** An empty folder, gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "create-penalty-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
