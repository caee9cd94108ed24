import type { SolveResult } from "../run.ts";
import type { RvsmState } from "../rvsm-state.ts";
import type { RvsmLimit } from "./rvsm-evidence.ts";

/** Where a run of RVSM ended, as {@link certifyRvsm} takes it. */
export function rvsmLimit({ w, solution, outcome, state }: SolveResult<RvsmState>): RvsmLimit {
  const residual = state.residual * state.scale;
  const known = Number.isFinite(residual) ? { residual } : {};
  return { w, u: solution, gradient: state.gradient, outcome, ...known };
}
