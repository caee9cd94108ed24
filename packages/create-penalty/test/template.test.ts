import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPenalty } from "@proxkit/penalty-laws";
import { describe, expect, it } from "vitest";
import { root } from "../../../tools/test/run.ts";
import { type Manifest, readManifest } from "../../../tools/test/workspace.ts";
import { home } from "./create.ts";
import { withSlip } from "./slip.ts";

describe("the template", () => {
  const manifest = readFileSync(join(home, "template/_package.json"), "utf8");
  const { devDependencies }: Manifest = JSON.parse(manifest);

  it.each(["fast-check", "typescript"])("asks for the %s with which we test it", (name) => {
    const { version } = readManifest(join(root, "node_modules", name));
    expect(devDependencies?.[name]).toBe(`^${version}`);
  });
});

/** Slips that its author may make: the law meant for each, and the code that is changed. */
const slips = [
  ["shrinks up to c + t", "prox is a global minimiser", "x <= c + t / 2", "x <= c + t"],
  ["shrinks up to c only", "prox is a global minimiser", "x <= c + t / 2", "x <= c"],
  ["shrinks for large t too", "prox is a global minimiser", "t <= 2 * c && x", "x"],
  [
    "has l1's threshold for every t",
    "prox is a global minimiser",
    "return t <= 2 * c ? t :",
    "return t < Infinity ? t :",
  ],
  ["forgets the 2 of √(2tc)", "prox is a global minimiser", "Math.sqrt(2 * c)", "Math.sqrt(c)"],
  [
    "has no cap in its value",
    "prox is a global minimiser",
    "Math.min(Math.abs(x), c)",
    "Math.abs(x)",
  ],
  [
    "has a cap that is always 1",
    "prox is a global minimiser",
    "Math.min(Math.abs(x), c)",
    "Math.min(Math.abs(x), 1)",
  ],
  [
    "forgets that v may be negative",
    "prox is a global minimiser",
    "v > 0 ? v - t : v + t",
    "v - t",
  ],
  ["makes 0 of everything at t = 0", "t = 0 is the identity", "t === 0 ? v : 0", "0"],
  ["loses NaN", "NaN in gives NaN out", "return v; //", "return v || 0; //"],
  ["says that it is convex", "value is convex", "convex: false", "convex: true"],
] as const;

it.each(slips)("the laws catch an example that %s: %s", async (_, law, right, wrong) => {
  const { cappedL1 } = await withSlip(right, wrong);
  const broken = [0.01, 1, 100].flatMap((c) =>
    checkPenalty(cappedL1({ c })).filter(({ outcome }) => outcome === "broken"),
  );
  expect(broken.map(({ name }) => name)).toContain(law);
});
