import type { Solver, SolverState } from "./contract.ts";
import { type IterationRecord, type SolveOptions, type SolveResult, startRun } from "./run.ts";

/** What every JavaScript host has, whichever types it brings. */
declare const setTimeout: (task: () => void) => unknown;

/** Milliseconds of work before other tasks get their turn: a frame of a screen. */
const SLICE = 16;

/**
 * The same run as `solve`, with the same bits, that gives way to other work every 16 ms: a page stays
 * alive, and a signal can be aborted from outside.
 *
 * @param solver such as `rvsm({ … })`
 * @param start w⁰, length d, or a state to go on from; copied
 * @param options as for `solve`
 * @throws (rejects) ArgumentError as `solve` does
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { gradientDescent, solveAsync } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[2]], y: [6] });
 * const { outcome } = await solveAsync(gradientDescent({ loss }), Float64Array.of(0), {
 *   signal: AbortSignal.timeout(10_000),
 * });
 * console.log(outcome); // converged
 * ```
 */
export async function solveAsync<State extends SolverState>(
  solver: Solver<State>,
  start: Float64Array | State,
  options: SolveOptions & { onIterate?(record: IterationRecord): void } = {},
): Promise<SolveResult<State>> {
  const run = startRun(solver, start, options);
  let resumed = Date.now();
  for (;;) {
    if (Date.now() - resumed >= SLICE) {
      await new Promise<void>((resolve) => setTimeout(resolve));
      resumed = Date.now();
    }
    const outcome = run.outcome();
    if (outcome) return run.result(outcome);
    run.step();
    options.onIterate?.(run.record());
  }
}
