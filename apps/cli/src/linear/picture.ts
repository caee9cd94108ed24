import { renderPicture } from "../output/picture-file.ts";
import type { LinearFit } from "./fit-linear.ts";
import { formatLinearCaption } from "./report.ts";
import type { LinearSummary } from "./summary.ts";

/** The picture of a linear model's weights, as SVG or PNG by the name of its file. */
export async function drawLinearFit(
  path: string,
  { point, dataset }: LinearFit,
  summary: LinearSummary,
): Promise<string | Uint8Array> {
  const { fitPicture } = await import("@proxkit/plots");
  const picture = fitPicture({
    weights: point.coefficients,
    names: namesOf(dataset.features, summary),
    trace: [],
    title: `Sparse model of ${summary.target}`,
    caption: formatLinearCaption(summary),
    objective: "Objective",
  });
  return await renderPicture(path, picture);
}

/** The names of the weights: a weight each feature, or each feature and class. */
function namesOf(features: readonly string[], { classes, intercept }: LinearSummary): string[] {
  if (intercept.length === 1) return [...features];
  return features.flatMap((name) => (classes ?? []).map((label) => `${name} (${label})`));
}
