import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./run.ts";
import { published, readManifest } from "./workspace.ts";

const names = published.map(({ manifest }) => manifest.name);
const changesets = globSync(".changeset/*.md", { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !path.endsWith("README.md"))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

test("every changeset names packages that are published, and says what changes", () => {
  for (const { path, text } of changesets) {
    const parts = text.match(/^---\r?\n([\s\S]*?)---\s*(\S[\s\S]*)$/);
    expect(parts, path).not.toBeNull();
    const bumps = parts?.[1].trim().split(/\r?\n/) ?? [];
    for (const bump of bumps) {
      const [, name] = bump.match(/^["'](.*)["']: (?:major|minor|patch)$/) ?? [];
      expect(names, `${path}: ${bump}`).toContain(name);
    }
  }
});

test("what a new penalty asks for is not raised without the template that asks for it", () => {
  const { devDependencies = {} } = readManifest(join(root, "packages/create-penalty"));
  const asked = Object.keys(devDependencies).filter((name) => names.includes(name));
  expect(asked).toContain("@proxkit/penalty");
  const raised = changesets.flatMap(({ text }) =>
    Array.from(text.matchAll(/^["'](.*)["']: (?:major|minor)$/gm), ([, name]) => name),
  );
  if (asked.some((name) => raised.includes(name)))
    expect(raised).toContain("create-proxkit-penalty");
});
