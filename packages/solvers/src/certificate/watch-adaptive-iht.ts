import { angle, norm } from "@proxkit/core";
import { type AdaptiveIhtOptions, type AdaptiveIhtState, adaptiveIht } from "../adaptive-iht.ts";
import type { Solver } from "../contract.ts";
import { support, supportSize } from "../support.ts";
import {
  type AdaptiveIhtStep,
  type AdaptiveIhtSteps,
  addIhtStep,
  noIhtSteps,
} from "./adaptive-iht-steps.ts";
import { readTruth } from "./truth.ts";

export interface WatchAdaptiveIhtOptions extends AdaptiveIhtOptions {
  /** w*, length d, in the units of w. Default: not known, and angles are null. */
  readonly wStar?: ArrayLike<number> | undefined;
  /** What `steps()` gave for the earlier part of a run that is gone on with. Default: none. */
  readonly steps?: AdaptiveIhtSteps | undefined;
}

export interface AdaptiveIhtWatch {
  /** Give it to a driver. The bits are those of `adaptiveIht`. */
  readonly solver: Solver<AdaptiveIhtState>;
  /** The last step; undefined before the first. */
  last(): AdaptiveIhtStep | undefined;
  /** All steps of the run, folded. */
  steps(): AdaptiveIhtSteps;
}

const NONE: readonly number[] = [];

/**
 * Adaptive iterative hard thresholding, watched: the same bits, and what Theorem 2 and Lemma 5.4.1 say of
 * each step, with the support's history.
 *
 * Watch one run at a time: `init` forgets the steps of the run before.
 *
 * @param options as for {@link adaptiveIht}, and w* where it is known
 * @returns the solver, its last step, and all steps folded, as {@link certifyAdaptiveIht} takes them
 * @throws ArgumentError as `adaptiveIht` does, and if w* has another length than d, is not finite, or is 0
 * @example
 * ```ts
 * import { populationLoss } from "@proxkit/core";
 * import { solve, watchAdaptiveIht } from "@proxkit/solvers";
 *
 * const wStar = [0.6, 0, -0.8];
 * const loss = populationLoss({ wStar, patches: 2 });
 * const watch = watchAdaptiveIht({ loss, sparsity: 2, stepSize: 0.5, wStar });
 * solve(watch.solver, Float64Array.of(1, 1, 0));
 * console.log(watch.steps().changes.map(({ entered, left }) => [entered, left])); // [ [ [ 2 ], [ 1 ] ] ]
 * ```
 */
export function watchAdaptiveIht(options: WatchAdaptiveIhtOptions): AdaptiveIhtWatch {
  const { loss, wStar } = options;
  const inner = adaptiveIht(options);
  const truth = wStar && readTruth("watchAdaptiveIht", wStar, loss.dimension);
  const u = new Float64Array(loss.dimension);
  let steps = options.steps ?? noIhtSteps(null);
  let last: AdaptiveIhtStep | undefined;

  function angleOf(v: Float64Array): number | null {
    const theta = truth ? angle(v, truth) : Number.NaN;
    return Number.isNaN(theta) ? null : theta; // 0 has no direction
  }

  function init(w0: Float64Array): AdaptiveIhtState {
    last = undefined;
    const state = inner.init(w0);
    const onSupport = state.w.map((w, i) => (truth?.[i] === 0 ? 0 : w)); // w⁰ restricted to Γ*
    steps = noIhtSteps({
      size: supportSize(w0),
      support: support(state.u),
      normOnSupport: truth ? norm(onSupport) : null,
      angleOnSupport: angleOf(onSupport),
    });
    return state;
  }

  function step(state: AdaptiveIhtState): AdaptiveIhtState {
    const { thresholded, loss: lossBefore } = state;
    const angleBefore = last?.angle ?? angleOf(state.w);
    const normBefore = norm(state.w);
    u.set(state.u);
    inner.step(state);
    const cut = state.thresholded > thresholded;
    last = {
      iteration: state.iteration,
      thresholded: cut,
      entered: cut ? support(state.u).filter((i) => u[i] === 0) : NONE,
      left: cut ? support(u).filter((i) => state.u[i] === 0) : NONE,
      lossBefore,
      loss: state.loss,
      angleBefore,
      angle: angleOf(state.w),
      normBefore,
      norm: norm(state.w),
      stepSize: state.stepSize,
    };
    steps = addIhtStep(steps, last);
    return state;
  }

  const solver = { ...inner, init, step };
  return { solver, last: () => last, steps: () => steps };
}
