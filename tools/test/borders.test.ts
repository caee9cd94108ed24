import { expect, test } from "vitest";
import { biomeConfig, type Finding, lintProbes } from "./lint-probes.ts";
import { type Room, rooms } from "./rooms.ts";

/** The ways of naming another module: those that bring types alone, and those that bring values. */
const typeForms = {
  "import type": (name: string) => `import type { A } from "${name}";`,
  "export type": (name: string) => `export type { A } from "${name}";`,
};
const valueForms = {
  import: (name: string) => `import "${name}";`,
  "import of a name": (name: string) => `import { a } from "${name}";`,
  "import of a type among names": (name: string) => `import { type A } from "${name}";`,
  "import of all": (name: string) => `import * as a from "${name}";`,
  "export from": (name: string) => `export { a } from "${name}";`,
  "export of all": (name: string) => `export * from "${name}";`,
  "dynamic import": (name: string) => `await import("${name}");`,
};
const forms = { ...typeForms, ...valueForms };

const targets = rooms.map(({ name }) => name);
const probes = new Map<string, string>(); // one module for each room and form: line i imports target i
for (const room of rooms)
  for (const [form, write] of Object.entries(forms))
    probes.set(probePath(room, form), targets.map(write).join("\n"));

function probePath({ folder }: Room, form: string): string {
  return `${folder}/src/${form.replaceAll(" ", "-")}.ts`;
}

/** What the table forbids, as `@proxkit/core: dynamic import`. */
function forbidden({ mayImport, mayImportTypes = [] }: Room): string[] {
  return targets.flatMap((target) => {
    if (mayImport.includes(target)) return [];
    const refused = mayImportTypes.includes(target) ? valueForms : forms;
    return Object.keys(refused).map((form) => `${target}: ${form}`);
  });
}

/** What the linter refuses, in the same words. */
function refused(room: Room, findings: readonly Finding[]): string[] {
  const form = new Map(Object.keys(forms).map((name) => [probePath(room, name), name]));
  const borders = findings.filter(
    ({ path, rule }) => form.has(path) && ["noRestrictedImports", "plugin"].includes(rule),
  );
  return [...new Set(borders.map(({ path, line }) => `${targets[line - 1]}: ${form.get(path)}`))];
}

const findings = await lintProbes(probes);

test.each(rooms)("$folder imports of ours what the table allows, and nothing else", (room) => {
  expect(refused(room, findings).sort()).toEqual(forbidden(room).sort());
});

const borders = biomeConfig.overrides.filter((override) =>
  JSON.stringify(override).includes("noRestrictedImports"),
);

test.each(borders)("without the override for $includes, forbidden imports pass", async (one) => {
  const overrides = biomeConfig.overrides.filter((override) => override !== one);
  const without = await lintProbes(probes, { ...biomeConfig, overrides });
  const open = rooms.filter((room) => refused(room, without).length < forbidden(room).length);
  expect(open).not.toEqual([]);
});
