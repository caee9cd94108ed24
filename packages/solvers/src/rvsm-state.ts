import type { SolverState } from "./contract.ts";

export interface RvsmState extends SolverState {
  /** The sparse copy of w, length d. */
  u: Float64Array;
  /** ∇f(w), length d. */
  gradient: Float64Array;
}
