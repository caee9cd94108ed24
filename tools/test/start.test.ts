import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { root } from "./run.ts";

/** The user's own Node, which is what starts the built packages. */
const node = process.env.PROXKIT_SYSTEM_NODE ?? process.execPath;
const ROUNDS = 15;

function milliseconds(args: readonly string[]): number {
  const before = performance.now();
  const { status, stderr } = spawnSync(node, args, { encoding: "utf8" });
  const taken = performance.now() - before;
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return taken;
}

/** How much longer than bare Node these take, in starts of bare Node: medians of runs that take turns. */
function beyondBareNode(args: readonly string[]): number {
  const rounds = Array.from({ length: ROUNDS }, () => [
    milliseconds(["-e", "0"]),
    milliseconds(args),
  ]);
  const [bare, ours] = [0, 1].map(
    (which) => rounds.map((round) => round[which]).sort((a, b) => a - b)[(ROUNDS - 1) / 2],
  );
  return (ours - bare) / bare;
}

// Bare Node takes 40 ms or more to start: the targets are 30 ms, and 150 ms.

test("importing @proxkit/solvers takes less than three quarters of a bare start of Node", () => {
  const solvers = pathToFileURL(join(root, "packages/solvers/dist/index.js"));
  const code = `await import(${JSON.stringify(solvers.href)})`;
  expect(beyondBareNode(["--input-type=module", "-e", code])).toBeLessThan(0.75);
});

test("proxkit --help takes less than two bare starts of Node more than one", () => {
  expect(beyondBareNode([join(root, "apps/cli/dist/bin.js"), "--help"])).toBeLessThan(2);
});
