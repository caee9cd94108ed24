import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** A module that a package gives its users, and the page that tells of it. */
export interface EntryPoint {
  /** `@proxkit/plots/node` */
  readonly name: string;
  /** Its page among those of the API: `plots-node`. */
  readonly page: string;
  /** `packages/plots/src/node/index.ts` */
  readonly source: string;
}

/** A package that goes to npm. */
export interface Package {
  readonly name: string;
  readonly description: string;
  /** `packages/core` */
  readonly folder: string;
  /** The page of its README: `core`. */
  readonly page: string;
  /** None where it is a program. */
  readonly entryPoints: readonly EntryPoint[];
}

/**
 * The packages of the workspace that go to npm, by folder.
 *
 * @param root the repository's root folder
 */
export function publicPackages(root: string): readonly Package[] {
  return globSync("{packages,apps}/*/package.json", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .flatMap((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path), "utf8"));
      return manifest.private ? [] : [asPackage(posix.dirname(path), manifest)];
    });
}

interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

function asPackage(folder: string, { name, description, exports }: Manifest): Package {
  const page = posix.basename(folder);
  const entryPoints = Object.entries(exports).flatMap(([path, target]) => {
    if (typeof target === "string") return [];
    return {
      name: posix.join(name, path),
      page: posix.join(page, path).replaceAll("/", "-"),
      source: posix.join(folder, target["@proxkit/source"]),
    };
  });
  return { name, description, folder, page, entryPoints };
}
