import { type LinearLoss, leastSquares, logistic, poisson } from "@proxkit/core";
import { elasticNet } from "@proxkit/penalties-elastic-net";
import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import type { SeparablePenalty } from "@proxkit/penalty";
import { proximalGradient, solvePath } from "@proxkit/solvers";
import {
  classified,
  counted,
  diabetesProblem,
  matrixOf,
  type Problem,
  planted,
  plantedSparse,
} from "../data/regression.ts";
import type { Case, Data, Parameters, Prepare, Variant, Workload } from "../workload.ts";

/** Of each point: the duality gap relative to the objective at 0, or the fixed point's residual. */
const TOLERANCE = 1e-6;
const LIMIT = 100_000; // iterations of proximal gradient for one λ
const CHECK_EVERY = 10; // iterations: a residual costs as much as one

/** What is minimised. */
interface Model {
  readonly penalty: SeparablePenalty;
  /** P′(0+): λmax is max |∂ᵢf(0)| over this. */
  readonly slope: number;
  lossOf(data: Data, parameters: Parameters): LinearLoss;
}

const given = (data: Data, parameters: Parameters) => ({
  X: matrixOf(data, parameters),
  y: data.y as Float64Array,
});
const squared = (data: Data, parameters: Parameters) => leastSquares(given(data, parameters));

const models = {
  lasso: { penalty: l1(), slope: 1, lossOf: squared },
  "elastic net": { penalty: elasticNet({ ratio: 0.5 }), slope: 0.5, lossOf: squared },
  logistic: { penalty: l1(), slope: 1, lossOf: (data, p) => logistic(given(data, p)) },
  poisson: { penalty: l1(), slope: 1, lossOf: (data, p) => poisson(given(data, p)) },
  mcp: { penalty: mcp({ gamma: 3 }), slope: 1, lossOf: squared },
} satisfies Record<string, Model>;

/** λmax, and all λ down to ratio λmax, equally spaced on a log scale. */
function gridOf(gradient: Float64Array, slope: number, { count, ratio }: Parameters) {
  const steepest = gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  const lambdas = Array.from({ length: count }, (_, k) => steepest * ratio ** (k / (count - 1)));
  return { steepest, lambdas: lambdas.map((lambda) => lambda / slope) };
}

/** solvePath with a loss that is made anew in each run. */
function path({ penalty, slope, lossOf }: Model): Prepare {
  return (data, parameters) => {
    const zero = new Float64Array(parameters.n);
    const first = lossOf(data, parameters);
    const { lambdas } = gridOf(first.gradient(zero), slope, parameters);
    const { least } = first.linear;
    const scale = first.value(zero) - least;
    return () => {
      const loss = lossOf(data, parameters);
      const points = [...solvePath({ loss, penalty, lambdas, tolerance: TOLERANCE })];
      loss.free();
      for (const { lambda, outcome } of points)
        if (outcome !== "converged") throw new Error(`λ = ${lambda}: ${outcome}`);
      return Float64Array.from(points, ({ objective }) => 1 + (objective - least) / scale);
    };
  };
}

/** Proximal gradient for one λ after the other, to the residual of the fixed point at which coordinate descent stops. */
function slowPath({ penalty, slope, lossOf }: Model): Prepare {
  return (data, parameters) => {
    const { n } = parameters;
    const first = lossOf(data, parameters);
    const { steepest, lambdas } = gridOf(first.gradient(new Float64Array(n)), slope, parameters);
    const scale = first.value(new Float64Array(n));
    const { columns } = first.linear;
    const curvature = Float64Array.from({ length: n }, (_, j) => columns.squares(j) / parameters.m);
    const gradient = new Float64Array(n);
    const { prox } = penalty.scalar;

    /** max cᵢ|wᵢ − prox(wᵢ − ∂ᵢf/cᵢ, λ/cᵢ)|, relative to max |∂ᵢf(0)| */
    function residual(loss: LinearLoss, w: Float64Array, lambda: number): number {
      loss.gradient(w, gradient);
      let most = 0;
      for (let i = 0; i < n; i++) {
        const c = curvature[i];
        most = Math.max(most, c * Math.abs(w[i] - prox(w[i] - gradient[i] / c, lambda / c)));
      }
      return most / steepest;
    }

    return () => {
      const loss = lossOf(data, parameters);
      let w = new Float64Array(n);
      const objectives = lambdas.map((lambda) => {
        const solver = proximalGradient({ loss, penalty, lambda });
        let state = solver.init(w);
        for (let i = 1; i <= LIMIT; i++) {
          state = solver.step(state);
          if (i % CHECK_EVERY !== 0 || residual(loss, state.w, lambda) > TOLERANCE) continue;
          w = state.w.slice();
          return 1 + state.objective / scale;
        }
        throw new Error(`λ = ${lambda}: no residual of ${TOLERANCE} after ${LIMIT} iterations`);
      });
      loss.free();
      return Float64Array.from(objectives);
    };
  };
}

const proxkit = (entry: keyof typeof models): Variant => ({
  name: "proxkit",
  host: "node",
  entry,
});
const scikitLearn = (entry: string, name = "scikit-learn"): Variant => ({
  name,
  host: "python",
  entry,
  needs: ["numpy", "scikit-learn"],
});
const glmnet = (entry: string): Variant => ({
  name: "glmnet",
  host: "r",
  entry,
  needs: ["glmnet"],
});

/** Who takes part. */
const variants: Readonly<Record<keyof typeof models, readonly Variant[]>> = {
  lasso: [proxkit("lasso"), scikitLearn("lasso"), glmnet("lasso")],
  "elastic net": [proxkit("elastic net"), scikitLearn("elastic net"), glmnet("elastic net")],
  logistic: [
    proxkit("logistic"),
    scikitLearn("liblinear"),
    scikitLearn("saga", "scikit-learn, saga"),
    glmnet("logistic"),
  ],
  poisson: [proxkit("poisson"), glmnet("poisson")],
  mcp: [
    proxkit("mcp"),
    { name: "proximal gradient", host: "node", entry: "mcp by proximal gradient" },
  ],
};

/** @param grid how many λ, and the last over the first */
export function pathCase(
  model: keyof typeof models,
  { name, m, n, data }: Problem,
  [count, ratio]: readonly [number, number],
  without: readonly string[] = [],
): Case {
  return {
    name: `${model}, ${name} ${m} × ${n}, ${count} λ to ${ratio} λmax`,
    series: `${model}, ${name}`,
    size: n,
    parameters: { m, n, count, ratio, gap: TOLERANCE },
    bytes: 0,
    data,
    variants: variants[model].filter((variant) => !without.includes(variant.name)),
  };
}

/** They would take minutes where the others take a tenth of a second. */
const SLOW = ["scikit-learn", "scikit-learn, saga"];

export const paths: Workload = {
  name: "paths",
  title: "Regularisation paths to a duality gap",
  about: `A whole path without intercept: each λ to a duality gap of ${TOLERANCE} of the objective at 0, each from the solution before where the program can. X by columns. proxkit is solvePath, its loss made anew from X in each run; scikit-learn is lasso_path, enet_path and LogisticRegression (liblinear, which starts at 0 for each λ, and saga; both with --quick only, as on larger data they take minutes to the gap); glmnet is one call, with its scaling of y undone. They get the largest tolerance that reaches the gap at all λ; it is looked for before the clock starts. The elastic net has half of each norm. Poisson with an l1 norm is in glmnet alone. Of MCP (γ = 3) Debian has no peer: there proximal gradient, ours, goes to the same residual of the fixed point, on data where all have one minimiser. There is no C: ratios are to the fastest.`,
  sizeLabel: "n, features",
  tolerance: 1.1e-6, // objectives differ by as much as the gap
  node: {
    lasso: path(models.lasso),
    "elastic net": path(models["elastic net"]),
    logistic: path(models.logistic),
    poisson: path(models.poisson),
    mcp: path(models.mcp),
    "mcp by proximal gradient": slowPath(models.mcp),
  },
  cases: (size) =>
    size === "quick"
      ? [
          pathCase("lasso", diabetesProblem, [20, 0.01]),
          pathCase("elastic net", planted(60, 200, 20), [10, 0.05]),
          pathCase("logistic", classified(planted(100, 50, 10)), [5, 0.1]),
          pathCase("poisson", counted(planted(100, 50, 10)), [5, 0.1]),
          pathCase("mcp", planted(200, 20, 4), [10, 0.05]),
        ]
      : [
          pathCase("lasso", diabetesProblem, [100, 0.001]),
          pathCase("lasso", planted(200, 2000), [100, 0.01]),
          pathCase("lasso", plantedSparse(500, 5000, 0.01), [100, 0.01]),
          pathCase("elastic net", diabetesProblem, [100, 0.001]),
          pathCase("elastic net", planted(200, 2000), [100, 0.01]),
          pathCase("logistic", classified(planted(500, 50, 5)), [20, 0.1], SLOW),
          pathCase("logistic", classified(planted(2000, 50, 5)), [100, 0.01], SLOW),
          pathCase("logistic", classified(planted(200, 2000)), [100, 0.05], SLOW),
          pathCase("logistic", classified(plantedSparse(500, 5000, 0.01)), [100, 0.1], SLOW),
          pathCase("poisson", counted(planted(200, 500)), [100, 0.01]),
          pathCase("mcp", planted(2000, 200, 10), [100, 0.01]),
        ],
};
