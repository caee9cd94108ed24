import { type Loss, leastSquares, valueAndGradient } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { coordinateDescent, lambdaMax, proximalGradient, solve } from "@proxkit/solvers";
import {
  diabetesProblem,
  genes,
  matrixOf,
  type Problem,
  planted,
  plantedSparse,
} from "../data/regression.ts";
import type { Case, Prepare, Variant, Workload } from "../workload.ts";

const GAP = 1e-6;
const CHECK_EVERY = 10; // iterations: a gap costs as much as one
const LIMIT = 100_000; // iterations

/** The objective at w and its duality gap, both relative to the objective at 0. */
function gapAt(loss: Loss, m: number, lambda: number, w: Float64Array, gradient: Float64Array) {
  const f = valueAndGradient(loss, w, gradient);
  let [product, steepest, size] = [0, 0, 0];
  for (let i = 0; i < w.length; i++) {
    product += w[i] * gradient[i];
    steepest = Math.max(steepest, Math.abs(gradient[i]));
    size += Math.abs(w[i]);
  }
  const squares = 2 * m * f; // ‖r‖², r = y − Xw
  const target = squares - m * product; // y·r
  const shrink = Math.min(1, lambda / steepest); // shrink·r is a feasible dual point
  const dual = (2 * shrink * target - shrink * shrink * squares) / (2 * m);
  const objective = f + lambda * size;
  return { objective, gap: objective - dual };
}

/** The public interface, with a loss that is made anew in each run. */
const descent: Prepare = (data, parameters) => {
  const X = matrixOf(data, parameters);
  const y = data.y as Float64Array;
  const penalty = l1();
  const lambda = parameters.ratio * lambdaMax({ loss: leastSquares({ X, y }), penalty });
  return () => {
    const loss = leastSquares({ X, y });
    const solver = coordinateDescent({ loss, penalty, lambda });
    const { state, outcome } = solve(solver, new Float64Array(parameters.n), { tolerance: GAP });
    loss.free();
    if (outcome !== "converged") throw new Error(`no gap of ${GAP}: ${outcome}`);
    return Float64Array.of(state.objective / state.startObjective, 1);
  };
};

/** FISTA with restarts, stopped by the gap. The loss, its λmax(XᵀX) too, is made anew. */
const accelerated: Prepare = (data, parameters) => {
  const { m, n, ratio } = parameters;
  const X = matrixOf(data, parameters);
  const y = data.y as Float64Array;
  const penalty = l1();
  const lambda = ratio * lambdaMax({ loss: leastSquares({ X, y }), penalty });
  const gradient = new Float64Array(n);
  return () => {
    const loss = leastSquares({ X, y });
    const solver = proximalGradient({ loss, penalty, lambda });
    let state = solver.init(new Float64Array(n));
    for (let i = 1; i <= LIMIT; i++) {
      state = solver.step(state);
      if (i % CHECK_EVERY !== 0) continue;
      const { objective, gap } = gapAt(loss, m, lambda, state.w, gradient);
      if (gap > GAP * state.startObjective) continue;
      loss.free();
      return Float64Array.of(objective / state.startObjective, 1);
    }
    throw new Error(`no gap of ${GAP} after ${LIMIT} iterations`);
  };
};

/** Who takes part. A variant of ours more is one entry in `node` below, and one line here. */
const variants: readonly Variant[] = [
  { name: "proxkit", host: "node", entry: "coordinate descent" },
  { name: "proximal gradient", host: "node", entry: "proximal gradient" },
  {
    name: "scikit-learn",
    host: "python",
    entry: "scikit-learn",
    needs: ["numpy", "scikit-learn"],
  },
  { name: "glmnet", host: "r", entry: "glmnet", needs: ["glmnet"] },
];

/** Where proximal gradient would take minutes it does not take part. */
const SLOW = 1e7;

/** @param ratio λ/λmax @param without names of variants that would take minutes where the others take a second */
export function lassoCase(
  { name, m, n, data }: Problem,
  ratio: number,
  without: readonly string[] = [],
): Case {
  return {
    name: `${name} ${m} × ${n}, λ = ${ratio} λmax`,
    series: `${name}, λ = ${ratio} λmax`,
    size: n,
    parameters: { m, n, ratio, gap: GAP },
    bytes: 0,
    data,
    variants: variants.filter(
      ({ name, entry }) =>
        !without.includes(name) && (entry !== "proximal gradient" || m * n < SLOW),
    ),
  };
}

export const lasso: Workload = {
  name: "lasso",
  title: "Lasso to a duality gap",
  about: `min 1/(2m) ‖y − Xw‖² + λ‖w‖₁ without intercept, from w = 0 to a duality gap of ${GAP} of the objective at 0, X by columns. proxkit is coordinateDescent, its loss made anew from X in each run; proximal gradient is ours too. scikit-learn and glmnet get the largest tolerance that reaches this gap; it is looked for before the clock starts; glmnet, which at 1000 × 10000 takes minutes to it, is left out there. There is no C: ratios are to the fastest.`,
  sizeLabel: "n, features",
  tolerance: 1.1e-6, // objectives differ by as much as the gap
  node: { "coordinate descent": descent, "proximal gradient": accelerated },
  cases: (size) =>
    size === "quick"
      ? [
          lassoCase(diabetesProblem, 0.1),
          lassoCase(planted(100, 500), 0.1),
          lassoCase(plantedSparse(200, 1000, 0.02), 0.1),
        ]
      : [
          lassoCase(diabetesProblem, 0.1),
          lassoCase(genes(), 0.01),
          lassoCase(planted(500, 5000), 0.1),
          lassoCase(planted(500, 5000), 0.01),
          lassoCase(planted(1000, 10_000), 0.01, ["glmnet"]),
          lassoCase(plantedSparse(2000, 20_000, 0.01), 0.1),
          lassoCase(plantedSparse(2000, 20_000, 0.01), 0.01),
        ],
};
