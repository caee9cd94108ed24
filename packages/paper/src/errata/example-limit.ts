import { angle, norm, populationLoss } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { rvsm, solve } from "@proxkit/solvers";
import { uniformProblem } from "../figures/problem.ts";
import { publishedParameters } from "../published/published.ts";

/** A limit of RVSM with what the proof of Theorem 1 speaks of. */
export interface ExampleLimit {
  readonly wStar: Float64Array;
  readonly w: Float64Array;
  readonly u: Float64Array;
  /** θ(w̄, w*) */
  readonly theta: number;
  /** γ = θ(ū, w̄) */
  readonly gamma: number;
  /** ‖ū‖ */
  readonly norm: number;
  readonly stepSize: number;
}

/** For l1 at the tables' parameters, with the step that Theorem 1 asks for, 1/(β + L). */
export function exampleLimit(d: number): ExampleLimit {
  const { patches, lambda, beta } = publishedParameters;
  const { wStar, start } = uniformProblem(d, 1);
  const loss = populationLoss({ wStar, patches });
  const solver = rvsm({ loss, penalty: l1(), lambda, beta });
  const { w, solution: u, state } = solve(solver, start, { tolerance: 1e-12 });
  return {
    wStar,
    w,
    u,
    theta: angle(w, wStar),
    gamma: angle(u, w),
    norm: norm(u),
    stepSize: state.stepSize,
  };
}

/** Σ of vectors with weights. */
export function combination(...terms: readonly (readonly [number, Float64Array])[]): Float64Array {
  const [[, first]] = terms;
  return first.map((_, i) => terms.reduce((sum, [weight, x]) => sum + weight * x[i], 0));
}
