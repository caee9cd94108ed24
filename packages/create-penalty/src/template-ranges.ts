import { readFileSync } from "node:fs";

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

/**
 * The version ranges of our packages that a new penalty asks for, as `@proxkit/penalty` → `^1.2.0`: those
 * with which this package was released, which its own package.json lists.
 */
export function templateRanges(): Readonly<Record<string, string>> {
  const path = new URL("../package.json", import.meta.url);
  const manifest: Manifest = JSON.parse(readFileSync(path, "utf8"));
  return manifest.devDependencies;
}
