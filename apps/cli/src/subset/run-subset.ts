import { sameColumns } from "../linear/same-columns.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { checkPictureName } from "../output/picture-file.ts";
import { writeWhole } from "../output/write-whole.ts";
import type { ExitCode } from "../program.ts";
import { UsageError } from "../usage-error.ts";
import { findSubsets, type SubsetResult } from "./find-subsets.ts";
import { subsetModelOf } from "./model.ts";
import type { SubsetOptions } from "./options.ts";
import { drawSubsets } from "./picture.ts";
import { formatSubsetReport } from "./report.ts";
import { summarizeSubsets } from "./summary.ts";

export interface SubsetCommand extends SubsetOptions {
  readonly out?: string | undefined;
  readonly plot?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `proxkit subset`: all that can be refused is refused before the work; all files are written after it. */
export async function runSubset(data: string, command: SubsetCommand): Promise<ExitCode> {
  const { out, plot, json } = command;
  checkPictureName(plot);
  await checkOutputs({ "--out": out, "--plot": plot }, { DATA: data });
  if (out === "-" && json) throw new UsageError("--json and --out - both go to standard output");
  const result = await findSubsets(data, command);
  for (const note of doubts(result)) process.stderr.write(`proxkit: note: ${note}\n`);
  const files: Record<string, string> = {
    ...(out !== undefined && { model: out }),
    ...(plot !== undefined && { picture: plot }),
  };
  const summary = summarizeSubsets(result, files);
  const picture = plot === undefined ? undefined : await drawSubsets(plot, summary);
  if (out !== undefined) await writeWhole(out, subsetModelOf(result));
  if (plot !== undefined && picture !== undefined) await writeWhole(plot, picture);
  const report = formatSubsetReport(summary);
  if (out === "-") process.stderr.write(report);
  else await writeWhole("-", json ? `${JSON.stringify(summary, null, 2)}\n` : report);
  return summary.subsets.every(({ outcome }) => outcome === "converged") ? 0 : 1;
}

/** What a user should know before trusting the choice. */
function doubts({ dataset, validation, found, index, course, choice }: SubsetResult): string[] {
  const notes = sameColumns(dataset);
  const unconverged = validation?.folds.reduce((sum, fold) => sum + fold.unconverged, 0);
  if (unconverged) notes.push(`${unconverged} fits of the folds have no minimum`);
  const { path } = found;
  const free = dataset.features.length - course.keep.length;
  if (choice.by !== "size" && index === path.length - 1 && course.sizes && path[index].size < free)
    notes.push("the largest size was chosen: larger ones of --sizes may do better");
  return notes;
}
