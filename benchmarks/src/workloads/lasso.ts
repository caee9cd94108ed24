import { type Loss, leastSquares, valueAndGradient } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { lambdaMax, proximalGradient } from "@proxkit/solvers";
import { diabetes } from "../data/diabetes.ts";
import { gaussian } from "../data/gaussian.ts";
import type { Case, Data, Prepare, Variant, Workload } from "../workload.ts";

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

/** The public interface: FISTA with restarts, stopped by the gap. The loss, its λmax(XᵀX) too, is made anew. */
const accelerated: Prepare = ({ X, y }, { m, n, ratio }) => {
  const data = Float64Array.from(X);
  const make = () => leastSquares({ X: { data, rows: m, columns: n }, y });
  const penalty = l1();
  const lambda = ratio * lambdaMax({ loss: make(), penalty });
  const atZero = make().value(new Float64Array(n));
  const gradient = new Float64Array(n);
  return () => {
    const loss = make();
    const solver = proximalGradient({ loss, penalty, lambda });
    let state = solver.init(new Float64Array(n));
    for (let i = 1; i <= LIMIT; i++) {
      state = solver.step(state);
      if (i % CHECK_EVERY !== 0) continue;
      const { objective, gap } = gapAt(loss, m, lambda, state.w, gradient);
      if (gap <= GAP * atZero) return Float64Array.of(objective / atZero, 1);
    }
    throw new Error(`no gap of ${GAP} after ${LIMIT} iterations`);
  };
};

/** Who takes part. A variant of ours more is one entry in `node` below, and one line here. */
const variants: readonly Variant[] = [
  { name: "proxkit", host: "node", entry: "proximal gradient" },
  {
    name: "scikit-learn",
    host: "python",
    entry: "scikit-learn",
    needs: ["numpy", "scikit-learn"],
  },
  { name: "glmnet", host: "r", entry: "glmnet", needs: ["glmnet"] },
];

interface Problem {
  readonly name: string;
  readonly m: number;
  readonly n: number;
  readonly ratio: number;
  data(): Data;
}

function caseOf({ name, m, n, ratio, data }: Problem): Case {
  return {
    name: `${name} ${m} × ${n}, λ = ${ratio} λmax`,
    series: `${name}, λ = ${ratio} λmax`,
    size: n,
    parameters: { m, n, ratio, gap: GAP },
    bytes: 0,
    data,
    variants,
  };
}

/** Gaussian inputs, n/100 weights that are not 0, and noise. */
function planted(m: number, n: number): Data {
  const [X, y] = [gaussian(m * n, 11), gaussian(m, 12)];
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j += 100) y[i] += (j % 200 === 0 ? 1 : -1) * X[i * n + j];
  return { X, y };
}

export const lasso: Workload = {
  name: "lasso",
  title: "Lasso to a duality gap",
  about: `min 1/(2m) ‖y − Xw‖² + λ‖w‖₁ without intercept, from w = 0 to a duality gap of ${GAP} of the objective at 0. scikit-learn and glmnet get the largest tolerance that reaches this gap; it is looked for before the clock starts. There is no C: ratios are to the fastest.`,
  sizeLabel: "n, features",
  tolerance: 1.1e-6, // objectives differ by as much as the gap
  node: { "proximal gradient": accelerated },
  cases: (size) =>
    [
      { name: "diabetes", m: 442, n: 10, ratio: 0.1, data: diabetes },
      ...(size === "quick"
        ? [{ name: "generated", m: 100, n: 500, ratio: 0.1, data: () => planted(100, 500) }]
        : [0.1, 0.01].map((ratio) => ({
            name: "generated",
            m: 500,
            n: 5000,
            ratio,
            data: () => planted(500, 5000),
          }))),
    ].map(caseOf),
};
