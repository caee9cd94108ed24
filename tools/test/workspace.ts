import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, run } from "./run.ts";

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface Member {
  /** `packages/core` */
  readonly folder: string;
  readonly manifest: Manifest;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

export const members: readonly Member[] = globSync(
  ["{packages,apps}/*/package.json", "benchmarks/package.json"],
  {
    cwd: root,
  },
)
  .map((path) => dirname(path).replaceAll("\\", "/"))
  .sort()
  .map((folder) => ({ folder, manifest: readManifest(join(root, folder)) }));

/** The packages that go to npm. */
export const published: readonly Member[] = members.filter(({ manifest }) => !manifest.private);

/** Packs members as npm would get them, and gives the path of each tarball by the package's name. */
export async function pack(
  packages: readonly Member[],
  destination: string,
): Promise<ReadonlyMap<string, string>> {
  const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`);
  const pnpm = join(root, "tools/pnpm.mjs");
  const args = [pnpm, "--silent", ...filters, "pack", "--pack-destination", destination];
  const { status, stdout, stderr } = await run(process.execPath, args);
  if (status !== 0) throw new Error(`pnpm pack: ${stdout}${stderr}`);
  return new Map(
    packages.map(({ manifest: { name, version } }) => [
      name,
      join(destination, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`),
    ]),
  );
}
