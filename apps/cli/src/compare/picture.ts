import type { Chart, ChartCurve } from "@proxkit/plots";
import { renderPicture } from "../output/picture-file.ts";
import type { Comparison, Contender } from "./compare.ts";

/** The picture of a comparison: how well each penalty does with how many features. */
export async function drawComparison(
  file: string,
  comparison: Comparison,
): Promise<string | Uint8Array> {
  const { chartPicture } = await import("@proxkit/plots");
  return await renderPicture(file, chartPicture(comparisonChart(comparison)));
}

function comparisonChart({ data, options, contenders }: Comparison): Chart {
  const { criterion, cv, seed, loss, target } = options;
  const [{ solved }] = contenders;
  const judge = criterion?.toUpperCase() ?? `${solved.validation?.measure} over the folds`;
  const score = ({ solved: { validation, criteria } }: Contender, k: number) =>
    criterion === undefined ? (validation?.mean[k] ?? null) : criteria[k][criterion];
  const x = { label: "features with a weight" };
  const how = criterion === undefined ? `${cv} folds, seed ${seed}` : "On all data";
  return {
    name: "compare",
    title: `Penalties for ${target}`,
    caption: `${data}: ${solved.problem.samples} samples, ${loss} loss. ${how}. For each number of features the largest λ of the best.`,
    panels: [
      {
        title: "",
        x,
        y: { label: judge },
        curves: contenders.map((one) => bySize(one, (k) => score(one, k))),
      },
      {
        title: "",
        x,
        y: { label: "deviance explained" },
        curves: contenders.map((one) => bySize(one, (k) => score(one, k), true)),
      },
    ],
  };
}

/** For each number of features the point of the path that scores best; of it the score, or what it explains. */
function bySize(
  { spec, solved }: Contender,
  score: (k: number) => number | null,
  explained = false,
): ChartCurve {
  const larger = ["accuracy", "auc"].includes(solved.validation?.measure ?? "");
  const best = new Map<number, number>();
  solved.path.forEach(({ support }, k) => {
    const before = best.get(support.length);
    const [now, then] = [score(k) ?? Number.NaN, before === undefined ? undefined : score(before)];
    if (then === undefined || then === null || (larger ? now > then : now < then))
      best.set(support.length, k);
  });
  const chosen = [...best].sort(([a], [b]) => a - b);
  return {
    label: spec,
    mark: "both",
    x: chosen.map(([size]) => size),
    y: chosen.map(([, k]) => (explained ? solved.path[k].deviance : score(k))),
  };
}
