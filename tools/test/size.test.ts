import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";
import { root } from "./run.ts";
import { members } from "./workspace.ts";

const LIMIT = 3000; // bytes

const penalties = members
  .filter(({ folder }) => folder.startsWith("packages/penalties-"))
  .map(({ manifest }) => manifest.name);

test.each(penalties)("%s and its contract have under 3 kB, minified and gzipped", async (name) => {
  expect(await bytesOf(name)).toBeLessThan(LIMIT);
});

/** What a browser loads for everything that a built package exports. */
async function bytesOf(name: string): Promise<number> {
  const entry = "\0entry"; // no file: Rollup's mark of a module that a plug-in makes up
  const code = `export * from "${name}"; export { default } from "${name}";`;
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: {
      write: false,
      target: "es2023",
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  })) as Rolldown.RolldownOutput;
  expect(output).toHaveLength(1);
  return gzipSync(output[0].code, { level: 9 }).length;
}
