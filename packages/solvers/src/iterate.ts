import type { Solver, SolverState } from "./contract.ts";
import { type IterationRecord, type SolveOptions, type SolveResult, startRun } from "./run.ts";

/**
 * The same run as `solve`, one record per step: the loop is yours, to watch, wait or leave.
 *
 * @param solver such as `rvsm({ … })`
 * @param start w⁰, length d, or a state to go on from; copied
 * @returns an iterator of records whose return value is the result
 * @throws ArgumentError as `solve` does
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { gradientDescent, iterate } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[2]], y: [6] });
 * for (const { iteration, objective } of iterate(gradientDescent({ loss, stepSize: 0.125 }), Float64Array.of(0)))
 *   if (iteration <= 2) console.log(iteration, objective); // 1 4.5
 * // 2 1.125
 * ```
 */
export function* iterate<State extends SolverState>(
  solver: Solver<State>,
  start: Float64Array | State,
  options: SolveOptions = {},
): Generator<IterationRecord, SolveResult<State>, void> {
  const run = startRun(solver, start, options);
  for (;;) {
    const outcome = run.outcome();
    if (outcome) return run.result(outcome);
    run.step();
    yield run.record();
  }
}
