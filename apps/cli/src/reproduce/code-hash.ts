import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A hash of the code that computes the paper: @proxkit/paper and what it imports of ours. A result kept from
 * other code is not gone on from.
 */
export function codeHash(): string {
  const hash = createHash("sha256");
  addPackage(hash, fileURLToPath(import.meta.resolve("@proxkit/paper/package.json")), new Set());
  return hash.digest("hex");
}

function addPackage(hash: Hash, manifest: string, seen: Set<string>): void {
  if (seen.has(manifest)) return;
  seen.add(manifest);
  const text = readFileSync(manifest, "utf8");
  const { name, version, dependencies = {} } = JSON.parse(text);
  hash.update(`${name} ${version} ${JSON.stringify(dependencies)}\n`);
  const dist = join(dirname(manifest), "dist");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(dist, file)));
  const { resolve } = createRequire(manifest);
  for (const dependency of Object.keys(dependencies).sort())
    if (dependency.startsWith("@proxkit/"))
      addPackage(hash, resolve(`${dependency}/package.json`), seen);
}
