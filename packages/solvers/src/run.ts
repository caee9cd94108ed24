import { ArgumentError, norm } from "@proxkit/core";
import type { Outcome, Solver, SolverState } from "./contract.ts";
import { copyState } from "./copy-state.ts";
import { support, supportSize } from "./support.ts";

/** What an AbortSignal is, as far as a driver looks. */
export interface AbortFlag {
  readonly aborted: boolean;
}

export interface SolveOptions {
  /** Counted from the state's own start, so that a resumed run ends where a whole one would. Default: 10 000. */
  readonly maxIterations?: number | undefined;
  /**
   * The run has converged when the residual (relative to that of the start) is at most this, or
   * when a step moves w by no more than rounding. With "backtracking" also when the longest step that
   * lowers the objective moves w by at most this relative to ‖w‖: w rests on a kink, such as ReLU networks
   * have, where no gradient is 0; near a minimum, if not on the least point of the kink. Default: 1e-10.
   */
  readonly tolerance?: number | undefined;
  /** Stops the run after the current step. */
  readonly signal?: AbortFlag | undefined;
}

/** One line of a trace. */
export interface IterationRecord {
  readonly iteration: number;
  /** L_β(u, w) for RVSM, f(w) + λP(w) for the others. */
  readonly objective: number;
  /** f(w). */
  readonly loss: number;
  /** P at the solution, without its λ. */
  readonly penalty: number;
  /** ‖w⁺ − w‖₂/η, relative to the start's. */
  readonly residual: number;
  /** How many entries of the solution are not 0. */
  readonly supportSize: number;
  /** The share of entries that are 0, from 0 to 1. */
  readonly sparsity: number;
}

export interface SolveResult<State extends SolverState = SolverState> extends IterationRecord {
  readonly outcome: Outcome;
  /** The iterate, length d; for RVSM dense, of unit norm if normalised. */
  readonly w: Float64Array;
  /** The sparse answer, length d: u for RVSM, H_s(w) for IHT, else w. */
  readonly solution: Float64Array;
  /** The indices of the solution's nonzeros, 0-based. */
  readonly support: readonly number[];
  /** Where the run stands: pass it to a driver, or to saveState, to go on with the same bits. */
  readonly state: State;
}

/** With a residual this many times that of the start, and a higher objective, a method runs away. */
const RUNAWAY = 1e8;
/** A step this small relative to w is rounding. */
const ROUNDING = 2 ** -51;
/** With a step size that the user fixed, w may stand still because it is tiny: only below this is w at rest. */
const AT_REST = 1e-8;

/** One run of one solver, a step at a time: what the drivers share. */
export interface Run<State extends SolverState> {
  /** How the run has ended, or undefined while it goes on. */
  outcome(): Outcome | undefined;
  step(): void;
  record(): IterationRecord;
  result(outcome: Outcome): SolveResult<State>;
}

/** When a run ends; see {@link SolveOptions}. */
export interface Ends {
  readonly maxIterations: number;
  readonly tolerance: number;
  /** A step that moves w by at most this relative to ‖w‖ … Default: rounding. */
  readonly still?: number;
  /** … ends a run whose residual is at most this. Default: any. */
  readonly atRest?: number;
  readonly signal?: AbortFlag | undefined;
}

/** How a run has ended, or undefined while it goes on. */
export function outcomeOf(state: SolverState, ends: Ends): Outcome | undefined {
  const { maxIterations, tolerance, still = ROUNDING, signal } = ends;
  const { atRest = Number.POSITIVE_INFINITY } = ends;
  if (state.iteration > 0) {
    const { residual, objective, startObjective, scale, stepSize } = state;
    if (!Number.isFinite(residual) || !Number.isFinite(objective)) return "diverged";
    if (residual > RUNAWAY && objective > startObjective) return "diverged";
    if (residual <= tolerance) return "converged";
    if (residual <= atRest && residual * scale * stepSize <= still * norm(state.w))
      return "converged";
  }
  if (signal?.aborted) return "aborted";
  return state.iteration >= maxIterations ? "maxIterations" : undefined;
}

/** @throws ArgumentError if a limit is out of range */
export function checkLimits(limits: Pick<Ends, "maxIterations" | "tolerance">): void {
  for (const argument of ["maxIterations", "tolerance"] as const) {
    const received = limits[argument];
    if (!(received >= 0))
      throw new ArgumentError({ caller: "solve", argument, expected: "be at least 0", received });
  }
}

/** @param start w⁰, or a state to go on from; both are copied */
export function startRun<State extends SolverState>(
  solver: Solver<State>,
  start: Float64Array | State,
  options: SolveOptions = {},
): Run<State> {
  const { maxIterations = 10_000, tolerance = 1e-10, signal } = options;
  checkLimits({ maxIterations, tolerance });
  const { length } = start instanceof Float64Array ? start : start.w;
  if (length !== solver.dimension)
    throw new ArgumentError({
      caller: "solve",
      argument: "the start",
      expected: `have length ${solver.dimension}`,
      received: length,
    });
  let state = start instanceof Float64Array ? solver.init(start) : copyState(start);

  const { stepSize: setting } = solver.settings;
  const still = setting === "backtracking" ? Math.max(tolerance, ROUNDING) : ROUNDING;
  const atRest = typeof setting === "number" ? AT_REST : Number.POSITIVE_INFINITY;
  const ends = { maxIterations, tolerance, still, atRest, signal };
  const outcome = () => outcomeOf(state, ends);

  function record(): IterationRecord {
    const { iteration, objective, loss, penalty, residual } = state;
    const size = supportSize(solver.solution(state));
    const sparsity = 1 - size / solver.dimension;
    return { iteration, objective, loss, penalty, residual, supportSize: size, sparsity };
  }

  function result(ended: Outcome): SolveResult<State> {
    const solution = solver.solution(state).slice();
    const { iteration, objective, loss, penalty, residual, supportSize, sparsity } = record();
    const w = state.w.slice();
    const live = state;
    state = copyState(live);
    solver.release?.(live);
    // field by field: with a spread in it, it takes as long as ten small steps
    return {
      iteration,
      objective,
      loss,
      penalty,
      residual,
      supportSize,
      sparsity,
      outcome: ended,
      w,
      solution,
      support: support(solution),
      state,
    };
  }

  return {
    outcome,
    step: () => {
      state = solver.step(state);
    },
    record,
    result,
  };
}
