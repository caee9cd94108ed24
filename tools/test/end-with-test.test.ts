import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { root, runTool } from "./run.ts";

/** Starts a program that never ends, and says which. */
const START = `
import { writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { endWithTest } from ${JSON.stringify(pathToFileURL(join(root, "tools/test/end-with-test.ts")))};
const start = () => {
  const child = endWithTest(spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]));
  writeFileSync("pid", String(child.pid));
};
`;

test.each([
  [
    "a test that times out",
    "test('waits', async () => { start(); await new Promise(() => {}); });",
  ],
  [
    "one of several at once",
    "test.concurrent('ends', async () => {}); test.concurrent('waits', async () => { start(); await new Promise(() => {}); });",
  ],
  ["a hook, which has no end", "beforeAll(start); test('passes', () => {});"],
])("no program outlives the tests that started it: in %s", async (_, code) => {
  const folder = mkdtempSync(join(tmpdir(), "proxkit-end-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "some.test.mjs"), START + code);
  const args = ["run", "--globals", "--root", folder, "--testTimeout", "500"];
  const { stdout, stderr } = await runTool("vitest", args, { cwd: folder });
  expect(stdout + stderr).toMatch(/Test timed out|1 passed/);
  const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
  onTestFinished(() => void (isThere(pid) && process.kill(pid)));
  for (let wait = 0; isThere(pid) && wait < 2000; wait += 20) await pause(20);
  expect(isThere(pid)).toBe(false);
});

test("a test that ends leaves the programs of those beside it alone", async () => {
  const code = `
import { setTimeout as pause } from "node:timers/promises";
test.concurrent("waits", async () => {
  const child = endWithTest(spawn(process.execPath, ["-e", "setTimeout(() => process.exit(7), 500)"]));
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(7);
});
test.concurrent("ends before", () => pause(50));`;
  const folder = mkdtempSync(join(tmpdir(), "proxkit-end-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "some.test.mjs"), START + code);
  const { stdout } = await runTool("vitest", ["run", "--globals", "--root", folder], {
    cwd: folder,
  });
  expect(stdout).toMatch(/2 passed/);
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
