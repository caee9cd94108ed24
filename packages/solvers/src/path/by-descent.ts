import type { CoordinateDescentState } from "../descent/coordinate-descent.ts";
import { descentOn } from "../descent/descent.ts";
import type { PathStart } from "../descent/largest-lambda.ts";
import { checkLimits, type Ends, outcomeOf } from "../run.ts";
import { support } from "../support.ts";
import type { NextPoint } from "./next-point.ts";
import type { PathOptions } from "./solve-path.ts";

/**
 * Solves by coordinate descent: the steps of `solve` with `coordinateDescent` for one λ after the other, on one state, for
 * to make them anew takes as long as a small step. For a convex penalty the first looks ahead along the path.
 */
export function byDescent(
  { loss, penalty }: Pick<PathOptions, "loss" | "penalty">,
  start: PathStart,
  ends: Ends,
): NextPoint {
  checkLimits(ends);
  const descent = descentOn("coordinateDescent", { loss, penalty });
  const { convex } = penalty.traits;
  let state: CoordinateDescentState | undefined;
  let last = { w: start.w, lambda: start.lambdaMax };
  let earlier: typeof last | undefined;
  return (lambda) => {
    if (state) descent.restart(state, lambda);
    else state = descent.init(start.w.slice(), lambda);
    const course = { lambda, previousLambda: last.lambda, earlier };
    let outcome = outcomeOf(state, ends);
    for (; !outcome; outcome = outcomeOf(state, ends)) descent.step(state, course);
    const w = state.w.slice();
    if (convex && last.lambda > lambda) earlier = last;
    last = { w, lambda };
    return {
      w: w.slice(),
      support: support(w),
      outcome,
      iterations: state.iteration,
      objective: state.objective,
      loss: state.loss,
      penalty: state.penalty,
      residual: state.residual,
      gap: Number.isNaN(state.gap) ? undefined : state.gap,
    };
  };
}
