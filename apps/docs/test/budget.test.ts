import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildLog, siteFolder } from "./site.ts";

test("the build takes less than a minute", () => {
  const [, seconds] = buildLog.match(/the processor worked ([\d.]+) s/) ?? [];
  expect(Number(seconds)).toBeGreaterThan(0); // the clock would count what other tests do meanwhile
  expect(Number(seconds)).toBeLessThan(60);
});

test("the playground's own JavaScript is less than 250 kB, gzipped", () => {
  const common = reached(named(read("guide/start.html")), importedAtOnce);
  const start = scripts.filter((path) => /\/(playground\.md|Playground)\./.test(path));
  const own = reached(start, named, common);
  expect(start.length).toBeGreaterThan(1);
  const bytes = own.map((path) => gzipSync(read(path)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
});

const scripts = globSync("assets/**/*.js", { cwd: siteFolder }).map((path) =>
  path.replaceAll("\\", "/"),
);

function read(path: string): string {
  return readFileSync(join(siteFolder, path), "utf8");
}

/** The scripts that a text names: imported at once or later, or run by a worker. */
function named(text: string): string[] {
  return scripts.filter((path) => text.includes(path.replace(/^.*\//, "")));
}

/** The scripts that a script imports before it runs. */
function importedAtOnce(text: string): string[] {
  return named(Array.from(text.matchAll(/\b(?:from|import)"([^"]*)"/g), ([, path]) => path).join());
}

/** Scripts with all that they name, but for some that are there already. */
function reached(
  start: readonly string[],
  next: (text: string) => string[],
  but: readonly string[] = [],
): string[] {
  const found = new Set<string>();
  const wanted = [...start];
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (found.has(path) || but.includes(path)) continue;
    found.add(path);
    wanted.push(...next(read(path)));
  }
  return [...found];
}
