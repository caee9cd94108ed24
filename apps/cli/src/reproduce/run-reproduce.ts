import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { rules, type Section } from "@proxkit/paper";
import { makeFolders } from "../output/make-folder.ts";
import { writeWhole } from "../output/write-whole.ts";
import type { ExitCode } from "../program.ts";
import type { Report } from "../report/report.ts";
import { UsageError } from "../usage-error.ts";
import { manifest } from "../version.ts";
import { chooseParts } from "./choose-parts.ts";
import { computeSections } from "./compute.ts";
import { FORMATS, type Format } from "./formats.ts";
import { keptParts } from "./kept-parts.ts";
import { type AnyPart, allParts } from "./parts.ts";
import { type Folder, printReport, writeReport } from "./write-report.ts";

export interface ReproduceCommand {
  readonly out?: string | undefined;
  readonly seeds: number;
  readonly workers?: number | undefined;
  readonly format?: Format | undefined;
  readonly json?: boolean | undefined;
}

/** `proxkit reproduce`: 0 whatever the verdicts, 1 if it was interrupted. */
export async function runReproduce(
  names: readonly string[],
  command: ReproduceCommand,
): Promise<ExitCode> {
  const { out, seeds, format, json } = command;
  const parts = chooseParts(names);
  if (seeds > MOST_SEEDS)
    throw new UsageError(`--seeds must be at most ${MOST_SEEDS}, received ${seeds}`);
  if (json && out === undefined && (format ?? "json") !== "json")
    throw new UsageError(`--json and --format ${format} both go to standard output`);
  if (out === "") throw new UsageError('--out: expected a folder, received ""');
  const settings = { seeds };
  const paper = paperVersion();
  const folder = out === undefined ? undefined : { path: resolve(out), named: out };
  const kept = folder && (await openFolder(folder, settings, paper));

  const before = new Map<string, Section>();
  for (const { name } of parts) {
    const section = await kept?.load(name);
    if (section) before.set(name, section);
  }
  const rest = parts.filter(({ name }) => !before.has(name));
  const workers = command.workers ?? availableParallelism();
  const onSection = async (section: Section) => await kept?.keep(section);
  const computed = await computeSections(rest, { settings, workers, onSection });
  if (computed.size < rest.length) {
    sayInterrupted(before.size + computed.size, parts.length, out);
    return 1;
  }

  const sections = parts.map(
    ({ name }) => (before.get(name) ?? computed.get(name)) as Section, // every part is in one
  );
  const { version } = manifest();
  const report: Report = {
    proxkit: version,
    paper,
    command: commandLine(parts, seeds),
    seeds,
    sections,
    rules,
  };
  if (folder === undefined) await printReport(report, json ? "json" : (format ?? "md"));
  else {
    const formats = format === undefined ? FORMATS : [format];
    const summary = await writeReport(report, folder, formats, before.size);
    if (json) await printReport(report, "json");
    else await writeWhole("-", summary);
  }
  return 0;
}

const MOST_SEEDS = 100_000;

async function openFolder({ path, named }: Folder, settings: { seeds: number }, version: string) {
  try {
    await makeFolders(path);
    return await keptParts(path, settings, version);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code && NO_FOLDER[code];
    if (!reason) throw cause;
    throw new UsageError(`--out ${named}: expected a folder, but the path ${reason}`, { cause });
  }
}

const NO_FOLDER: Readonly<Record<string, string>> = {
  EEXIST: "is a file",
  ENOTDIR: "is a file",
  EACCES: "is not writable",
  EPERM: "is not writable",
  EROFS: "is not writable",
  ENOENT: "cannot be made",
};

function sayInterrupted(finished: number, of: number, out: string | undefined): void {
  const kept =
    out === undefined
      ? "with --out they would have been kept"
      : `they are kept in ${out}, and the same command goes on from them`;
  process.stderr.write(`proxkit: interrupted: ${finished} of ${of} parts are finished; ${kept}\n`);
}

/** What makes the same report again, without what does not show in it. */
function commandLine(parts: readonly AnyPart[], seeds: number): string {
  const names = parts.length === allParts.length ? ["all"] : parts.map(({ name }) => name);
  return ["proxkit reproduce", ...names, `--seeds ${seeds}`].join(" ");
}

function paperVersion(): string {
  return createRequire(import.meta.url)("@proxkit/paper/package.json").version;
}
