import { checkOutputs } from "../output/check-outputs.ts";
import { checkPictureName } from "../output/picture-file.ts";
import { writeWhole } from "../output/write-whole.ts";
import type { ExitCode } from "../program.ts";
import { UsageError } from "../usage-error.ts";
import { fitLinear, type LinearFit, type LinearFitOptions } from "./fit-linear.ts";
import { linearModelOf } from "./model.ts";
import { drawLinearFit } from "./picture.ts";
import { formatLinearReport } from "./report.ts";
import { sameColumns } from "./same-columns.ts";
import { summarizeLinear } from "./summary.ts";

export interface LinearFitCommand extends LinearFitOptions {
  readonly out?: string | undefined;
  readonly plot?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `proxkit fit --solver cd`: all that can be refused is refused before the work; all files are written after it. */
export async function runLinearFit(data: string, command: LinearFitCommand): Promise<ExitCode> {
  const { out, plot, json } = command;
  checkPictureName(plot);
  const named = { "--out": out, "--plot": plot };
  await checkOutputs(named, { DATA: data });
  const taken = Object.entries(named).find(([, path]) => path === "-");
  if (taken && json) throw new UsageError(`--json and ${taken[0]} - both go to standard output`);
  const fit = await fitLinear(data, command);
  for (const note of doubts(fit)) process.stderr.write(`proxkit: note: ${note}\n`);
  const files: Record<string, string> = {
    ...(out !== undefined && { model: out }),
    ...(plot !== undefined && { picture: plot }),
  };
  const summary = summarizeLinear(fit, files);
  const picture = plot === undefined ? undefined : await drawLinearFit(plot, fit, summary);
  if (out !== undefined) await writeWhole(out, linearModelOf(fit, summary));
  if (plot !== undefined && picture !== undefined) await writeWhole(plot, picture);
  const report = formatLinearReport(summary);
  if (taken) process.stderr.write(report);
  else await writeWhole("-", json ? `${JSON.stringify(summary, null, 2)}\n` : report);
  return summary.outcome === "converged" ? 0 : 1;
}

/** What a user should know before trusting the choice. */
function doubts({ choice, solved, dataset }: LinearFit): string[] {
  const notes = sameColumns(dataset);
  const unconverged = solved.validation?.folds.reduce((sum, fold) => sum + fold.unconverged, 0);
  if (unconverged)
    notes.push(`${unconverged} fits of the folds did not converge: see --max-iterations`);
  if ("of" in choice && choice.index === choice.of - 1 && solved.path[choice.index].deviance < 0.99)
    notes.push("the smallest λ was chosen: a smaller --lambda-ratio may do better");
  return notes;
}
