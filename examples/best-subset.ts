/*
# Best subset, or the lasso?

Eight of 40 columns matter, neighbouring columns are correlated, and there are 100 samples. Which columns does each method
hold to be the best k?

Best subset selection looks for the k columns that explain most; the lasso takes them about in the order in which they come in
as λ falls. From a signal as strong as the noise on, best subset finds more of the right eight. At half of that both find
about four, and best subset loses: it keeps the full weights, with the noise in them, and the lasso,
which shrinks what it keeps, predicts new samples better.

Each point is a mean over ten problems. The error is measured on samples without noise, and both may choose their size by
it: it is the best that each could do. The search is the local one (`nodes: 0`); a proof that no subset is better takes seconds for
each problem of this size.
*/
import { writeFileSync } from "node:fs";
import { leastSquares, linearPredict, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { bestSubset, solvePath } from "@proxkit/solvers";

const [samples, columns, problems, correlation] = [100, 40, 10, 0.6];
const planted = [2, 7, 12, 17, 22, 27, 32, 37];
const ratios = [0.25, 0.5, 1, 2, 4, 8]; // variance of the signal over that of the noise

const random = seededRandom(4);

/** A row in which neighbours are correlated. */
function draw(): Float64Array {
  const row = new Float64Array(columns);
  let before = random.normal();
  for (let j = 0; j < columns; j++) {
    before = correlation * before + Math.sqrt(1 - correlation ** 2) * random.normal();
    row[j] = before;
  }
  return row;
}

const means = { "best subset": ratios.map(() => [0, 0]), lasso: ratios.map(() => [0, 0]) };
ratios.forEach((ratio, at) => {
  for (let problem = 0; problem < problems; problem++) {
    const w = new Float64Array(columns);
    for (const j of planted) w[j] = random.uniform() < 0.5 ? -1 : 1;
    const [X, fresh] = [samples, 500].map((m) => Array.from({ length: m }, () => [...draw()]));
    const [signal, truth] = [linearPredict({ w, X }), linearPredict({ w, X: fresh })];
    const variance = truth.reduce((sum, z) => sum + z * z, 0) / truth.length;
    const noise = Math.sqrt(variance / ratio);
    const loss = leastSquares({ X, y: signal.map((z) => z + noise * random.normal()) });
    const tried = {
      "best subset": [...bestSubset({ loss, sizes: [0, 2, 4, 6, 8, 10, 12, 14], nodes: 0 })],
      lasso: [...solvePath({ loss, penalty: l1(), count: 60 })],
    };
    for (const label of ["best subset", "lasso"] as const) {
      const points = tried[label];
      const eight = points.findLast(({ support }) => support.length <= planted.length);
      const errors = points.map(({ w }) => {
        const z = linearPredict({ w, X: fresh });
        return z.reduce((sum, value, i) => sum + (value - truth[i]) ** 2, 0) / z.length / variance;
      });
      const mean = means[label][at];
      mean[0] += planted.filter((j) => eight?.support.includes(j)).length / problems;
      mean[1] += Math.min(...errors) / problems;
    }
    loss.free();
  }
});

for (const [label, points] of Object.entries(means))
  console.log(
    label,
    [0, 1].map((k) => points.map((point) => point[k].toFixed(2)).join(" ")),
  ); // best subset [ '2.80 4.30 6.90 7.50 7.90 8.00', '0.88 0.70 0.19 0.08 0.02 0.01' ]
// lasso [ '3.00 4.20 5.30 5.80 6.30 6.80', '0.57 0.43 0.18 0.12 0.06 0.02' ]

const picture = chartPicture({
  name: "best-subset",
  title: "Best subset beside the lasso",
  caption: "100 samples, 8 of 40 correlated columns: means over ten problems.",
  panels: ["planted columns among the first eight", "error on new samples, relative"].map(
    (label, k) => ({
      title: ["Which columns", "How well they predict"][k],
      x: { label: "signal to noise", scale: "log" as const },
      y: { label, ...(k === 1 && { scale: "log" as const }) },
      curves: Object.entries(means).map(([curve, points]) => ({
        label: curve,
        mark: "both" as const,
        x: ratios,
        y: points.map((point) => point[k]),
      })),
    }),
  ),
});
writeFileSync(process.argv[2] ?? "best-subset.svg", renderSvg(picture));
