import { renderPicture } from "../output/picture-file.ts";
import type { Fitted } from "./fitted.ts";
import { formatCaption } from "./report.ts";
import type { Summary } from "./summary.ts";

/** The picture of a fit, as SVG or PNG by the name of its file. */
export async function drawFit(
  path: string,
  { problem, weights, options, truth, trace }: Fitted,
  summary: Summary,
): Promise<string | Uint8Array> {
  const { fitPicture } = await import("@proxkit/plots");
  const picture = fitPicture({
    weights,
    truth: truth?.weights,
    names: problem.patches === 1 ? problem.features : undefined,
    trace,
    title: `Sparse ${problem.lossName === "network" ? "network" : "model"} of ${summary.target}`,
    caption: formatCaption(summary),
    objective: options.solver === "rvsm" ? "Objective Lᵦ" : "Objective",
  });
  return await renderPicture(path, picture);
}
