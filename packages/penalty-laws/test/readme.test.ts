import { readFileSync } from "node:fs";
import { l1 } from "@proxkit/penalties-l1";
import { checkPenalty } from "@proxkit/penalty-laws";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const readme = read("../README.md");

it("has every law in the README's tables, and no other", () => {
  const rows = Array.from(readme.matchAll(/^\| (?!law |---|option |`)(.*?) \|/gm), (row) => row[1]);
  const laws = checkPenalty(l1(), { numRuns: 1 }).map(({ name }) => name);
  expect(rows.filter((row) => row !== "").sort()).toEqual(laws.sort());
});

it("shows in the README the test that is run", () => {
  const [, block] = readme.match(/```js\n([\s\S]*?)```/) ?? [];
  expect(block).toBe(read("usage.test.ts"));
});
