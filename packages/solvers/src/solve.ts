import type { Solver, SolverState } from "./contract.ts";
import { type IterationRecord, type SolveOptions, type SolveResult, startRun } from "./run.ts";

/**
 * Runs a solver until it converges, diverges, is aborted or has used up its iterations.
 *
 * It does not give way to other work: a signal is seen between steps, so abort it from `onIterate`, or
 * use {@link solveAsync} or {@link iterate}.
 *
 * @param solver such as `rvsm({ … })`
 * @param start w⁰, length d, or a state to go on from with the same bits; copied
 * @param options when to stop, and `onIterate`, called after each step
 * @throws ArgumentError if the start has another length than the solver's dimension, or an option is
 * out of range
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { gradientDescent, solve } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[2]], y: [6] });
 * const { outcome, w } = solve(gradientDescent({ loss }), Float64Array.of(0));
 * console.log(outcome, Math.round(w[0])); // converged 3
 * ```
 */
export function solve<State extends SolverState>(
  solver: Solver<State>,
  start: Float64Array | State,
  options: SolveOptions & { onIterate?(record: IterationRecord): void } = {},
): SolveResult<State> {
  const run = startRun(solver, start, options);
  for (;;) {
    const outcome = run.outcome();
    if (outcome) return run.result(outcome);
    run.step();
    options.onIterate?.(run.record());
  }
}
