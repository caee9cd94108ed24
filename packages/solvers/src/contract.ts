/** How a run ended. */
export type Outcome = "converged" | "maxIterations" | "diverged" | "aborted";

/**
 * Where a method stands: plain numbers and Float64Arrays, so that a state can be saved and resumed
 * with the same bits. A step changes its state in place: what `solve` returns is a copy.
 */
export interface SolverState {
  /** Steps taken, 0 after init. */
  iteration: number;
  /** The iterate, length d. */
  w: Float64Array;
  /** f at the iterate. */
  loss: number;
  /** P at the solution, without its λ; 0 for methods that have none. */
  penalty: number;
  /** What the method minimises: L_β(u, w) for RVSM, f(w) + λP(w) for the others. */
  objective: number;
  /**
   * The fixed-point residual of the last step, ‖w⁺ − w‖₂/η, relative to `scale`. Infinity before the
   * first step.
   */
  residual: number;
  /** ‖∇f(w⁰)‖₂ at the start, or the first step's ‖w¹ − w⁰‖₂/η where that is larger. */
  scale: number;
  /** The objective at the start. */
  startObjective: number;
  /** η of the last step. */
  stepSize: number;
  /** η that the next step tries first; equal to `stepSize` where η is fixed. */
  nextStepSize: number;
}

/** A method is how it starts and how it steps; the drivers `solve`, `solveAsync` and `iterate` stop it. */
export interface Solver<State extends SolverState = SolverState> {
  /** "rvsm" */
  readonly name: string;
  /** d, the length of w. */
  readonly dimension: number;
  /** What it was made with, as plain JSON: { lambda: 1e-5, beta: 4e-3, … }. */
  readonly settings: Readonly<Record<string, number | string | boolean>>;
  /** The state at w⁰, which is copied. */
  init(w0: Float64Array): State;
  /** Takes one step, in place. It allocates nothing that grows with d. */
  step(state: State): State;
  /**
   * Takes back what a state holds, for the next run, from a driver that has copied the result: nobody may use the
   * state any more. Optional; a state that nobody gives back is collected like anything else.
   */
  release?(state: State): void;
  /** The sparse vector that a state holds: u for RVSM, H_s(w) for IHT, else w. Not a copy. */
  solution(state: State): Float64Array;
}
