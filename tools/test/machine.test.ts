import { expect, test } from "vitest";
import { refusedAt } from "./lint-probes.ts";
import { rooms } from "./rooms.ts";

/** The packages that run in a browser too: all but apps and the package that writes packages. */
const packages = rooms
  .filter(({ folder }) => folder.startsWith("packages/") && !folder.endsWith("create-penalty"))
  .map(({ folder }) => `${folder}/src/probe.ts`);
const others = ["packages/create-penalty/src/probe.ts", "apps/cli/src/probe.ts"];
const machine = ["noConsole", "noNodejsModules", "noProcessGlobal", "noRestrictedGlobals"];

test.each([
  'import "node:fs";',
  'import { readFile } from "fs/promises";',
  'await import("node:fs");',
  'console.log("");',
  'globalThis.console.log("");',
  "export const write = console;",
  "process.exit(1);",
  "export const { env } = process;",
  "globalThis.process.exit(1);",
  'Buffer.from("");',
  'require("node:fs");',
])("no package touches the machine it runs on: %s", async (code) => {
  expect(await refusedAt([...packages, ...others], code, machine)).toEqual(packages);
});

test("plots for Node may import Node's modules, but not print or exit", async () => {
  const paths = ["packages/plots/src/node.ts", "packages/plots/src/node/png.ts"];
  expect(await refusedAt(paths, 'import "node:fs";', machine)).toEqual([]);
  expect(await refusedAt(paths, 'console.log("");', machine)).toEqual(paths);
  expect(await refusedAt(paths, "process.exit(1);", machine)).toEqual(paths);
});
