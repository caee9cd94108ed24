import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@proxkit/paper";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../..");

test.each(Object.entries(rules))(
  "the rule %s is stated, and held by a test that exists",
  (_, rule) => {
    expect(rule.says).not.toBe("");
    const at = rule.test.indexOf(": ");
    const [file, title] = [rule.test.slice(0, at), rule.test.slice(at + 2)];
    expect(file).toMatch(/^packages\/paper\/test\/.*\.test\.ts$/);
    const titles = Array.from(
      readFileSync(join(root, file), "utf8").matchAll(/\btest(?:\.each\([^)]*\))?\(\s*"([^"]*)"/g),
      ([, found]) => found.replace(/: %s$/, ""),
    );
    expect(titles).toContain(title);
  },
);
