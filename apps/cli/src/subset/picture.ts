import type { Chart, ChartCurve, ChartPanel } from "@proxkit/plots";
import { renderPicture } from "../output/picture-file.ts";
import type { SubsetSummary } from "./summary.ts";

/** The picture of best subsets: what each size explains, and what the folds or the criteria say of it. */
export async function drawSubsets(
  file: string,
  summary: SubsetSummary,
): Promise<string | Uint8Array> {
  const { chartPicture } = await import("@proxkit/plots");
  return await renderPicture(file, chartPicture(subsetChart(summary)));
}

function subsetChart(summary: SubsetSummary): Chart {
  const { data, samples, target, lossName, settings, subsets, index } = summary;
  const proven = subsets.filter(({ optimal }) => optimal).length;
  const how = settings.folds === null ? "" : ` ${settings.folds} folds, seed ${settings.seed}.`;
  const explained = curve(
    "",
    summary,
    subsets.map(({ deviance }) => deviance),
  );
  return {
    name: "subset",
    title: `Best columns for ${target}`,
    caption: `${data}: ${samples} samples, ${lossName} loss. Proven for ${proven} of ${subsets.length} sizes, size ${subsets[index].size} chosen.${how}`,
    panels: [
      panel("deviance explained", [explained, ...chosenAt(summary, explained.y)]),
      settings.folds === null ? criteriaPanel(summary) : foldsPanel(summary),
    ],
  };
}

function panel(label: string, curves: readonly ChartCurve[]): ChartPanel {
  return { title: "", x: { label: "columns" }, y: { label }, curves };
}

function curve(
  label: string,
  { subsets }: SubsetSummary,
  y: readonly (number | null)[],
): ChartCurve {
  return { label, mark: "both", x: subsets.map(({ size }) => size), y };
}

/** A line from the least to the most at the size that is chosen, if there are several. */
function chosenAt({ subsets, index }: SubsetSummary, y: readonly (number | null)[]): ChartCurve[] {
  if (subsets.length === 1) return [];
  const { size } = subsets[index];
  const known = y.filter((value) => value !== null);
  return [{ label: "chosen", x: [size, size], y: [Math.min(...known), Math.max(...known)] }];
}

function criteriaPanel(summary: SubsetSummary): ChartPanel {
  const curves = (["aic", "bic", "ebic"] as const).map((name) =>
    curve(
      name.toUpperCase(),
      summary,
      summary.subsets.map((one) => one[name]),
    ),
  );
  const all = curves.flatMap(({ y }) => y);
  return panel("information criterion", [...curves, ...chosenAt(summary, all)]);
}

function foldsPanel(summary: SubsetSummary): ChartPanel {
  const { subsets, settings } = summary;
  const edge = (sign: number) =>
    subsets.map(({ mean, standardError }) =>
      mean === null || standardError === null ? null : mean + sign * standardError,
    );
  const [low, high] = [edge(-1), edge(1)];
  const means = curve(
    "mean ± standard error",
    summary,
    subsets.map(({ mean }) => mean),
  );
  const marked = chosenAt(summary, [...low, ...high]);
  return panel(`${settings.measure} over the folds`, [{ ...means, low, high }, ...marked]);
}
