import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ReproduceSettings, Section } from "@proxkit/paper";
import { makeFolder } from "../output/make-folder.ts";
import { writeWhole } from "../output/write-whole.ts";
import { codeHash } from "./code-hash.ts";

const FORMAT = "proxkit-part";

/** Finished parts in a folder, for a run that goes on where another was stopped. */
export interface KeptParts {
  /** What was kept of a part, if the same code computed it with the same settings. */
  load(name: string): Promise<Section | undefined>;
  keep(section: Section): Promise<void>;
}

/**
 * @param folder its absolute path
 * @param version of @proxkit/paper
 */
export async function keptParts(
  folder: string,
  settings: ReproduceSettings,
  version: string,
): Promise<KeptParts> {
  const parts = join(folder, ".parts");
  await makeFolder(parts);
  await removeHalfFiles(folder, /^report\.(html|md|json)\.\d+$/);
  await removeHalfFiles(join(folder, "figures"), /\.svg\.\d+$/);
  await removeHalfFiles(parts, /\.json\.\d+$/);
  const engine = process.versions.v8; // whose powers, for one, differ in the last digit
  const decides = {
    format: FORMAT,
    version: 1,
    settings,
    paper: version,
    engine,
    code: codeHash(),
  };
  const fileOf = (name: string) => join(parts, `${name}.json`);
  return {
    async load(name) {
      const text = await readFile(fileOf(name), "utf8").catch(() => "");
      return read(text, JSON.stringify(decides), name);
    },
    async keep(section) {
      await writeWhole(fileOf(section.name), `${JSON.stringify({ ...decides, section })}\n`);
    },
  };
}

/** The section of a kept part, unless it is of something else or somebody has changed it. */
function read(text: string, decides: string, name: string): Section | undefined {
  try {
    const { section, ...rest } = JSON.parse(text);
    return JSON.stringify(rest) === decides && section.name === name ? section : undefined;
  } catch {
    return undefined;
  }
}

/** What a run that was killed while it wrote had not yet moved to its place. */
async function removeHalfFiles(folder: string, names: RegExp): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  for (const file of files) if (names.test(file)) await rm(join(folder, file), { force: true });
}
