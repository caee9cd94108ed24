import { angle } from "@proxkit/core";
import { augmented } from "../augmented.ts";
import type { Solver } from "../contract.ts";
import { type RvsmOptions, rvsm } from "../rvsm.ts";
import type { RvsmState } from "../rvsm-state.ts";
import { addStep, noSteps, type RvsmStep, type RvsmSteps } from "./rvsm-steps.ts";
import { readTruth } from "./truth.ts";

export interface WatchRvsmOptions extends RvsmOptions {
  /** w*, length d, in the units of w. Default: not known, and angles are null. */
  readonly wStar?: ArrayLike<number> | undefined;
  /** What `steps()` gave for the earlier part of a run that is gone on with. Default: none. */
  readonly steps?: RvsmSteps | undefined;
}

export interface RvsmWatch {
  /** Give it to a driver. The bits are those of `rvsm`. */
  readonly solver: Solver<RvsmState>;
  /** The last step; undefined before the first. */
  last(): RvsmStep | undefined;
  /** All steps of the run, folded. */
  steps(): RvsmSteps;
}

/**
 * RVSM, watched: the same bits, and what Theorem 1 and Lemmas 5.1.4 and 5.1.5 say of each step.
 *
 * It keeps a copy of w and ∇f from before the step, of length d each, and costs O(d) more per step. Watch one
 * run at a time: `init` forgets the steps of the run before.
 *
 * @param options as for {@link rvsm}, and w* where it is known
 * @returns the solver, its last step, and all steps folded, as {@link certifyRvsm} takes them
 * @throws ArgumentError as `rvsm` does, and if w* has another length than d, is not finite, or is 0
 * @example
 * ```ts
 * import { populationLoss } from "@proxkit/core";
 * import { l1 } from "@proxkit/penalties-l1";
 * import { solve, watchRvsm } from "@proxkit/solvers";
 *
 * const wStar = [0.6, 0, -0.8];
 * const loss = populationLoss({ wStar, patches: 2 });
 * const watch = watchRvsm({ loss, penalty: l1(), lambda: 1e-4, beta: 4e-3, wStar });
 * solve(watch.solver, Float64Array.of(1, 1, 1));
 * console.log(watch.steps().startAngle?.toFixed(4)); // 1.6865
 * console.log((watch.last()?.angle ?? 1) < 1e-4); // true
 * ```
 */
export function watchRvsm(options: WatchRvsmOptions): RvsmWatch {
  const { loss, lambda, beta, wStar } = options;
  const inner = rvsm(options);
  const d = loss.dimension;
  const truth = wStar && readTruth("watchRvsm", wStar, d);
  const w = new Float64Array(d);
  const gradient = new Float64Array(d);
  let steps = options.steps ?? noSteps();
  let fresh = options.steps === undefined;
  let last: RvsmStep | undefined;

  function angleOf(v: Float64Array): number | null {
    const theta = truth ? angle(v, truth) : Number.NaN;
    return Number.isNaN(theta) ? null : theta; // 0 has no direction
  }

  function init(w0: Float64Array): RvsmState {
    last = undefined;
    fresh = true;
    const state = inner.init(w0);
    steps = noSteps({ startAngle: angleOf(state.w) });
    return state;
  }

  function step(state: RvsmState): RvsmState {
    if (fresh) steps = noSteps({ startAngle: angleOf(state.w), from: state.iteration });
    fresh = false;
    const before = state.objective;
    const lossBefore = state.loss;
    w.set(state.w);
    gradient.set(state.gradient);
    inner.step(state);
    const { u, penalty, stepSize, iteration, objective } = state;
    const afterProx = augmented({ lambda, beta, loss: lossBefore, penalty, w, u });
    let squares = 0;
    for (let i = 0; i < d; i++) squares += (gradient[i] + beta * (w[i] - u[i])) ** 2;
    last = {
      iteration,
      before,
      afterProx,
      after: objective,
      displacement: stepSize * Math.sqrt(squares), // ‖η∇f(wᵗ) + ηβ(wᵗ − uᵗ⁺¹)‖
      stepSize,
      angle: angleOf(state.w),
    };
    steps = addStep(steps, last);
    return state;
  }

  const solver = { ...inner, init, step };
  return { solver, last: () => last, steps: () => steps };
}
