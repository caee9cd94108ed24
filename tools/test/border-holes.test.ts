import { expect, test } from "vitest";
import { lintProbes, refusedAt } from "./lint-probes.ts";
import { rooms } from "./rooms.ts";

const sources = rooms.map(({ folder }) => `${folder}/src/probe.ts`);
const tests = rooms.map(({ folder }) => `${folder}/test/probe.ts`);

test.each([
  'import { a } from "../../packages/core/src/index.ts";',
  'import type { A } from "../../../packages/core/src/index.ts";',
  'export { a } from "./../../../packages/core/src/index.ts";',
  'await import("../../../packages/core/dist/index.js");',
])("no package reaches into another one's files: %s", async (code) => {
  expect(await refusedAt(sources, code, ["noRestrictedImports"])).toEqual(sources);
});

test("a file and a folder of the same package may be imported", async () => {
  const code = 'import { a } from "../deep/a.ts";\nimport { b } from "./b.ts";';
  expect(await refusedAt(sources, code, ["noRestrictedImports", "plugin"])).toEqual([]);
});

test("no type expression imports past the borders", async () => {
  const code = 'export type A = import("@proxkit/core").Loss;';
  expect(await refusedAt(sources, code, ["plugin"])).toEqual(sources);
});

test("a test may import anything, print, and read files", async () => {
  const code = `
    import "node:fs";
    import "@proxkit/solvers";
    import "../../../tools/test/run.ts";
    console.log(process.cwd());
  `;
  const rules = ["noConsole", "noNodejsModules", "noRestrictedImports", "plugin"];
  const fromTests = tests.filter((path) => !path.startsWith("apps/docs"));
  expect(await refusedAt(fromTests, code, rules)).toEqual([]);
});

test("no package imports what its own manifest does not bring", async () => {
  const manifest = { dependencies: { mathjs: "1" }, devDependencies: { vitest: "1" } };
  const probes = new Map([
    ["packages/core/package.json", JSON.stringify(manifest)],
    ["packages/core/src/a.ts", 'import "mathjs";\nimport "vitest";\nimport type { A } from "b";'],
    ["packages/core/test/a.ts", 'import "mathjs";\nimport "vitest";\nimport type { A } from "b";'],
  ]);
  const findings = await lintProbes(probes);
  const undeclared = findings.filter(({ rule }) => rule === "noUndeclaredDependencies");
  expect(undeclared.map(({ path, line }) => `${path}:${line}`)).toEqual([
    "packages/core/src/a.ts:2",
    "packages/core/src/a.ts:3",
  ]);
});
