import { checkOutputs } from "../output/check-outputs.ts";
import { checkPictureName } from "../output/picture-file.ts";
import { writeWhole } from "../output/write-whole.ts";
import type { ExitCode } from "../program.ts";
import { UsageError } from "../usage-error.ts";
import { drawPath } from "./picture.ts";
import { formatPathReport } from "./report.ts";
import { type PathOptions, solvePathOf } from "./solve.ts";
import { summarizePath } from "./summary.ts";
import { formatPathCsv } from "./write.ts";

export interface PathCommand extends PathOptions {
  readonly out?: string | undefined;
  readonly plot?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `proxkit path` */
export async function runPath(data: string, command: PathCommand): Promise<ExitCode> {
  const { out, plot, json } = command;
  checkPictureName(plot);
  if (out !== undefined && out !== "-" && !/\.(csv|json)$/i.test(out))
    throw new UsageError(`--out ${out}: expected a name that ends in .csv or .json`);
  const named = { "--out": out, "--plot": plot };
  await checkOutputs(named, { DATA: data });
  if (out === "-" && json) throw new UsageError("--json and --out - both go to standard output");
  const result = await solvePathOf(data, command);
  const files: Record<string, string> = {
    ...(out !== undefined && { path: out }),
    ...(plot !== undefined && { picture: plot }),
  };
  const summary = summarizePath(result, files);
  const asJson = `${JSON.stringify(summary, null, 2)}\n`;
  const picture = plot === undefined ? undefined : await drawPath(plot, result, summary);
  if (out !== undefined)
    await writeWhole(out, /\.json$/i.test(out) ? asJson : formatPathCsv(summary));
  if (plot !== undefined && picture !== undefined) await writeWhole(plot, picture);
  const report = formatPathReport(summary);
  if (out === "-") process.stderr.write(report);
  else await writeWhole("-", json ? asJson : report);
  return summary.path.every(({ outcome }) => outcome === "converged") ? 0 : 1;
}
