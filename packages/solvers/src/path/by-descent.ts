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
  let previousLambda = start.lambdaMax;
  let earlier = { w: start.w.slice(), lambda: Number.NaN }; // the solution before the last
  let spare = { w: start.w.slice(), lambda: Number.NaN };
  return (lambda) => {
    if (state) descent.restart(state, lambda);
    else state = descent.init(start.w.slice(), lambda);
    spare.w.set(state.w);
    spare.lambda = previousLambda;
    const course = { lambda, previousLambda, earlier: convex ? earlier : undefined };
    let outcome = outcomeOf(state, ends);
    for (; !outcome; outcome = outcomeOf(state, ends)) descent.step(state, course);
    [earlier, spare] = [spare, earlier];
    previousLambda = lambda;
    return {
      w: state.w.slice(),
      support: support(state.w),
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
