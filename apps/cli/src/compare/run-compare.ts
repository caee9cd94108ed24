import { checkOutputs } from "../output/check-outputs.ts";
import { checkPictureName } from "../output/picture-file.ts";
import { writeWhole } from "../output/write-whole.ts";
import type { ExitCode } from "../program.ts";
import { type CompareOptions, comparePenalties } from "./compare.ts";
import { drawComparison } from "./picture.ts";
import { formatComparison } from "./report.ts";
import { summarizeComparison } from "./summary.ts";

export interface CompareCommand extends CompareOptions {
  readonly plot?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `proxkit compare` */
export async function runCompare(data: string, command: CompareCommand): Promise<ExitCode> {
  const { plot, json } = command;
  checkPictureName(plot);
  await checkOutputs({ "--plot": plot }, { DATA: data });
  const comparison = await comparePenalties(data, command);
  const summary = summarizeComparison(comparison, plot === undefined ? {} : { picture: plot });
  if (plot !== undefined) await writeWhole(plot, await drawComparison(plot, comparison));
  await writeWhole("-", json ? `${JSON.stringify(summary, null, 2)}\n` : formatComparison(summary));
  return summary.penalties.every(({ converged }) => converged) ? 0 : 1;
}
