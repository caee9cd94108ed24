import type { TraceRecord } from "@proxkit/plots";
import type { Fitted } from "./fitted.ts";
import { formatCaption } from "./report.ts";
import type { Summary } from "./summary.ts";

/** The picture of a fit, as SVG or PNG by the name of its file. */
export async function drawFit(
  path: string,
  { problem, weights, solverName }: Fitted,
  summary: Summary,
  trace: readonly TraceRecord[],
): Promise<string | Uint8Array> {
  const { fitPicture } = await import("@proxkit/plots");
  const { renderPng, renderSvg } = await import("@proxkit/plots/node");
  const picture = fitPicture({
    weights,
    names: problem.patches === 1 ? problem.features : undefined,
    trace,
    title: `Sparse ${problem.lossName === "network" ? "network" : "model"} of ${summary.target}`,
    caption: formatCaption(summary),
    objective: solverName === "rvsm" ? "Objective Lᵦ" : "Objective",
  });
  return /\.png$/i.test(path) ? renderPng(picture) : renderSvg(picture);
}
