/*
# Fewer measurements than unknowns

100 unknowns, of which some are not 0, and only 50 linear measurements. Least squares alone has infinitely many answers; the
sparse one is found as long as it is sparse enough. How sparse depends on the penalty: those that are not convex find
answers that l1 misses, for they pay less for large weights.

Each point is the share of ten random problems that are solved to 1%. Every run starts from the l1 answer, and λ is small and
the same for all.
*/
import { writeFileSync } from "node:fs";
import { leastSquares, linearPredict, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { lhalf } from "@proxkit/penalties-lhalf";
import { tl1 } from "@proxkit/penalties-tl1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { proximalGradient, solve } from "@proxkit/solvers";

const [unknowns, measurements, problems] = [100, 50, 10];
const penalties = { l1: l1(), "TL1, a = 1": tl1({ a: 1 }), "l1/2": lhalf() };
const sizes = [4, 8, 12, 16, 20, 24, 28];

const random = seededRandom(1);
const solved = new Map(Object.keys(penalties).map((label) => [label, sizes.map(() => 0)]));
sizes.forEach((size, k) => {
  for (let problem = 0; problem < problems; problem++) {
    const X = Array.from({ length: measurements }, () =>
      Array.from({ length: unknowns }, () => random.normal()),
    );
    const w = Float64Array.from({ length: unknowns }, (_, i) => (i < size ? random.normal() : 0));
    const loss = leastSquares({ X, y: linearPredict({ w, X }) });
    let start: Float64Array = new Float64Array(unknowns);
    for (const [label, penalty] of Object.entries(penalties)) {
      const solver = proximalGradient({ loss, penalty, lambda: 1e-3 });
      const { solution } = solve(solver, start, { maxIterations: 2000, tolerance: 1e-6 });
      if (label === "l1") start = solution;
      const off = Math.hypot(...solution.map((value, i) => value - w[i])) / Math.hypot(...w);
      const counts = solved.get(label);
      if (counts && off < 0.01) counts[k]++;
    }
    loss.free(); // its memory at once, and not when it is collected
  }
});

for (const [label, counts] of solved) console.log(label, counts.join(" ")); // l1 10 10 10 8 1 2 0
// TL1, a = 1 10 10 10 10 10 9 5
// l1/2 10 10 10 8 4 2 0

const picture = chartPicture({
  name: "few-measurements",
  title: "How many nonzeros can 50 measurements find?",
  caption:
    "100 unknowns, Gaussian measurements, λ = 0.001: share of ten problems that are solved to 1%.",
  panels: [
    {
      title: "",
      x: { label: "nonzeros" },
      y: { label: "share that is solved" },
      curves: [...solved].map(([label, counts]) => ({
        label,
        mark: "both",
        x: sizes,
        y: counts.map((count) => count / problems),
      })),
    },
  ],
});
writeFileSync(process.argv[2] ?? "few-measurements.svg", renderSvg(picture));
