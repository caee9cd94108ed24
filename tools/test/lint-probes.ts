import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root, runTool } from "./run.ts";

export interface Finding {
  readonly path: string;
  readonly line: number;
  /** The last part of the category: `noRestrictedImports`, `plugin`. */
  readonly rule: string;
}

/** biome.json, as the repository has it. */
export const biomeConfig: { readonly overrides: readonly { readonly includes: string[] }[] } =
  JSON.parse(await readFile(join(root, "biome.json"), "utf8"));

/**
 * What our Biome configuration says of modules that do not exist in the repository.
 *
 * @param probes code by path from the repository's root
 * @param config what to hold them to. Default: biome.json
 */
export async function lintProbes(
  probes: ReadonlyMap<string, string>,
  config: unknown = biomeConfig,
): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), "proxkit-probes-"));
  try {
    await writeFile(join(folder, "biome.json"), JSON.stringify(config));
    await cp(join(root, ".gitignore"), join(folder, ".gitignore"));
    await cp(join(root, "tools/borders"), join(folder, "tools/borders"), { recursive: true });
    for (const [path, code] of probes) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), code);
    }
    const { stdout } = await runTool(
      "biome",
      ["lint", "--reporter=json", "--max-diagnostics=none", "."],
      { cwd: folder },
    );
    return (JSON.parse(stdout) as Report).diagnostics.map(({ category, location }) => ({
      path: location.path.replaceAll("\\", "/"),
      line: location.start.line,
      rule: category.replace(/^.*\//, ""),
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Those of `paths` at which our configuration refuses `code` by one of `rules`. */
export async function refusedAt(
  paths: readonly string[],
  code: string,
  rules: readonly string[],
): Promise<string[]> {
  const findings = await lintProbes(new Map(paths.map((path) => [path, code])));
  return paths.filter((probe) =>
    findings.some(({ path, rule }) => path === probe && rules.includes(rule)),
  );
}

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}
