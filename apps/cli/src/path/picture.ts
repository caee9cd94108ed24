import type { Chart, ChartCurve, ChartPanel } from "@proxkit/plots";
import { nameOfLinear } from "../linear/words.ts";
import { renderPicture } from "../output/picture-file.ts";
import type { PathResult } from "./solve.ts";
import type { PathSummary } from "./summary.ts";

/** How many curves have their name beside them, and how many there are at most. */
const LABELLED = 10;
const DRAWN = 60;

/** The picture of a path: weights against λ, and the folds' verdict below it, if there is one. */
export async function drawPath(
  file: string,
  result: PathResult,
  summary: PathSummary,
): Promise<string | Uint8Array> {
  const { chartPicture } = await import("@proxkit/plots");
  return await renderPicture(file, chartPicture(pathChart(result, summary)));
}

function pathChart(result: PathResult, summary: PathSummary): Chart {
  const { data, samples, target, settings, lossName } = summary;
  const panels = [weightsPanel(result)];
  const folds = foldsPanel(summary);
  if (folds) panels.push(folds);
  const how = settings.folds === null ? "" : ` ${settings.folds} folds, seed ${settings.seed}.`;
  return {
    name: "path",
    title: `Path of ${target}`,
    caption: `${data}: ${samples} samples, ${lossName} loss, penalty ${nameOfLinear(summary)}.${how}`,
    panels,
  };
}

function weightsPanel({ solved, dataset, options }: PathResult): ChartPanel {
  const { path, problem } = solved;
  const { features } = problem;
  const K = problem.outputs;
  const lambdas = path.map(({ lambda }) => lambda).reverse();
  const sizes = new Float64Array(features);
  for (const { w } of path)
    for (let j = 0; j < features; j++) sizes[j] = Math.max(sizes[j], sizeOf(w, j, K));
  const entered = Array.from(sizes.keys())
    .filter((j) => sizes[j] > 0)
    .sort((a, b) => sizes[b] - sizes[a]);
  const curves = entered.slice(0, DRAWN).map((j, rank): ChartCurve => {
    const y = fromEntry(path.map(({ w }) => (K === 1 ? w[j] : sizeOf(w, j, K)))).reverse();
    return { label: rank < LABELLED ? dataset.features[j] : "", x: lambdas, y };
  });
  const of = options.standardize ? "standardised column" : "column";
  return {
    title: "",
    x: { label: "λ", scale: "log" },
    y: { label: K === 1 ? `weight of the ${of}` : `norm of the ${of}'s weights` },
    curves,
  };
}

/** Without the zeros before the first weight, but for one, so that the axis is not covered by curves that have not begun. */
function fromEntry(values: readonly number[]): (number | null)[] {
  const entry = values.findIndex((value) => value !== 0);
  return values.map((value, k) => (k < entry - 1 ? null : value));
}

/** |w| of a feature, or the norm of its weights over the classes. */
function sizeOf(w: Float64Array, j: number, K: number): number {
  return Math.hypot(...w.subarray(j * K, j * K + K));
}

/** The mean over the folds with its standard error, and where the two rules choose. */
function foldsPanel({ path, settings, chosen }: PathSummary): ChartPanel | undefined {
  if (settings.measure === null || chosen.min === null || chosen.oneStandardError === null)
    return undefined;
  const ascending = [...path].reverse();
  const edge = (sign: number) =>
    ascending.map(({ mean, standardError }) =>
      mean === null || standardError === null ? null : mean + sign * standardError,
    );
  const [low, high] = [edge(-1), edge(1)];
  const known = [...low, ...high].filter((value) => value !== null);
  const ends = [Math.min(...known), Math.max(...known)];
  const at = (label: string, k: number): ChartCurve => ({
    label,
    x: [path[k].lambda, path[k].lambda],
    y: ends,
  });
  const rules =
    chosen.min === chosen.oneStandardError
      ? [at("min and 1se", chosen.min)]
      : [at("min", chosen.min), at("1se", chosen.oneStandardError)];
  return {
    title: "",
    x: { label: "λ", scale: "log" },
    y: { label: `${settings.measure} over the folds` },
    curves: [
      {
        label: "mean ± standard error",
        x: ascending.map(({ lambda }) => lambda),
        y: ascending.map(({ mean }) => mean),
        low,
        high,
      },
      ...rules,
    ],
  };
}
