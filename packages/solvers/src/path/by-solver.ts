import type { Solver } from "../contract.ts";
import type { CoordinateDescentState } from "../descent/coordinate-descent.ts";
import type { Ends } from "../run.ts";
import { solve } from "../solve.ts";
import type { NextPoint } from "./next-point.ts";

/** Solves by a method of the user's, each λ from the solution before. */
export function bySolver(
  solver: (lambda: number) => Solver,
  start: Float64Array,
  ends: Ends,
): NextPoint {
  let w = start;
  return (lambda) => {
    const result = solve(solver(lambda), w, ends);
    const { outcome, support, objective, loss, penalty, residual, iteration } = result;
    w = result.solution;
    const { gap } = result.state as Partial<CoordinateDescentState>;
    return {
      w: w.slice(),
      support,
      outcome,
      iterations: iteration,
      objective,
      loss,
      penalty,
      residual,
      gap: Number.isNaN(gap) ? undefined : gap,
    };
  };
}
