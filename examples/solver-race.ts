/*
# Four ways to the same lasso

One problem, four solvers, and how far each is from the least objective after so many iterations. Momentum makes the
difference between plain and accelerated proximal gradient. An iteration of ADMM does more than one of the others: it holds
several steps of gradient descent. RVSM comes to rest a little above, for it minimises L_β, which is near the lasso's
objective, and the nearer the larger β is.
*/
import { readFileSync, writeFileSync } from "node:fs";
import { leastSquares } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { admm, proximalGradient, rvsm, type Solver, solve } from "@proxkit/solvers";

const file = new URL("data/diabetes-standardized.csv", import.meta.url);
const rows = readFileSync(file, "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(",").map(Number));
const loss = leastSquares({
  X: rows.map((row) => row.slice(0, -1)),
  y: rows.map((row) => row.at(-1) ?? 0),
});

const problem = { loss, penalty: l1(), lambda: 1 };
const solvers: Record<string, Solver> = {
  "proximal gradient": proximalGradient({ ...problem, accelerate: false }),
  accelerated: proximalGradient(problem),
  ADMM: admm({ ...problem, rho: 0.1 }),
  "RVSM, β = 10": rvsm({ ...problem, beta: 10, normalize: false }),
};

const start = new Float64Array(10);
const objective = (w: Float64Array) => loss.value(w) + problem.penalty.value(w);
const least = objective(solve(solvers.accelerated, start, { tolerance: 1e-14 }).solution);
const counts = Array.from({ length: 56 }, (_, i) => Math.round(1.16 ** i)).filter(
  (n, i, all) => n !== all[i - 1],
);
const curves = Object.entries(solvers).map(([label, solver]) => {
  let { state } = solve(solver, start, { maxIterations: 0 });
  const above = counts.map((n) => {
    const result = solve(solver, state, { maxIterations: n, tolerance: 0 }); // goes on with the same bits
    state = result.state;
    return objective(result.solution) / least - 1;
  });
  return { label, x: counts, y: above.map((gap) => (gap > 1e-13 ? gap : null)) };
});

for (const { label, x, y } of curves)
  console.log(label, x[y.findIndex((gap) => gap === null || gap < 1e-6)] ?? "never"); // proximal gradient 134
// accelerated 35
// ADMM 17
// RVSM, β = 10 never

const picture = chartPicture({
  name: "solver-race",
  title: "How far from the least objective, by iteration",
  caption: "Lasso on the diabetes data, λ = 1. Relative to the least objective, down to rounding.",
  panels: [
    {
      title: "",
      x: { label: "iteration", scale: "log" },
      y: { label: "objective above the least, relative", scale: "log" },
      curves,
    },
  ],
});
writeFileSync(process.argv[2] ?? "solver-race.svg", renderSvg(picture));
