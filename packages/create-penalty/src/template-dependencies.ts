import { readFileSync } from "node:fs";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The names of the packages that a new penalty depends on, as its package.json lists them. */
export function templateDependencies(): readonly string[] {
  const path = new URL("../template/_package.json", import.meta.url);
  const { dependencies, devDependencies }: Manifest = JSON.parse(readFileSync(path, "utf8"));
  return Object.keys({ ...dependencies, ...devDependencies });
}
