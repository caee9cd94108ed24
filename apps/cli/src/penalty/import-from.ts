import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Whether a module can be found from here. */
export function resolves(module: string): boolean {
  try {
    import.meta.resolve(module);
    return true;
  } catch {
    return false;
  }
}

/** Nothing answers to the name or path. */
export class NotFound extends Error {}

/**
 * Imports a module by npm name or path, in TypeScript or JavaScript, as a file in `folder` would.
 * A penalty in a folder that has no @proxkit/penalty of its own is given ours.
 *
 * @throws NotFound if there is no such module; what the module itself throws while it loads, as it is
 */
export async function importFrom<Module>(folder: string, module: string): Promise<Module> {
  const { createJiti } = await import("jiti");
  const file = isPath(module) ? entryOf(resolve(folder, module)) : module;
  const from = join(folder, "penalty.js");
  const contract = "@proxkit/penalty";
  const alias: Record<string, string> = canRequire(isPath(module) ? file : from, contract)
    ? {}
    : { [contract]: fileURLToPath(import.meta.resolve(contract)) };
  const jiti = createJiti(from, { alias, fsCache: false, interopDefault: false });
  if (jiti.esmResolve(file, { try: true }) === undefined) throw new NotFound(file);
  return await jiti.import<Module>(file);
}

function isPath(module: string): boolean {
  return /^\.{1,2}([\\/]|$)/.test(module) || isAbsolute(module) || /\.[cm]?[jt]s$/.test(module);
}

/** A file as it is; of a folder what its package exports, else its main or index. */
function entryOf(path: string): string {
  if (!existsSync(path)) throw new NotFound(path);
  if (!statSync(path).isDirectory()) return path;
  const manifest = join(path, "package.json");
  const require = createRequire(manifest);
  if (existsSync(manifest)) {
    const { name, exports } = readManifest(manifest);
    if (name && exports) return require.resolve(name); // a package finds itself by its own name
  } else if (!canRequire(manifest, path))
    throw new Error("the folder has no package.json and no index.js; name the file");
  return require.resolve(path);
}

function readManifest(path: string): { readonly name?: string; readonly exports?: unknown } {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause;
    throw new Error(`its package.json is not JSON: ${reason}`, { cause });
  }
}

function canRequire(from: string, module: string): boolean {
  try {
    createRequire(from).resolve(module);
    return true;
  } catch {
    return false;
  }
}
