import type { SolverState } from "./contract.ts";

/** Counts a step that moved w by `moved` with step size η, and measures its residual. */
export function noteStep(state: SolverState, moved: number, eta: number): void {
  const residual = moved / eta;
  if (state.iteration === 0) state.scale = Math.max(state.scale, residual);
  state.residual = residual === 0 ? 0 : residual / state.scale;
  state.stepSize = eta;
  state.iteration++;
}
