import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type IterationRecord,
  iterate,
  type SolveOptions,
  type SolveResult,
  type Solver,
  type SolverState,
} from "@proxkit/solvers";
import type { Progress } from "../output/progress.ts";

/** Milliseconds of work between looks at the signals and the clock. */
const SLICE = 40;

/** Runs a solver with progress; Ctrl-C stops it after the current step, with what there is. */
export async function drive(
  solver: Solver,
  start: Float64Array | SolverState,
  options: SolveOptions & {
    readonly progress: Progress;
    readonly onIterate?: ((record: IterationRecord) => void) | undefined;
  },
): Promise<SolveResult> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once("SIGINT", interrupt);
  try {
    const run = iterate(solver, start, { ...options, signal: interrupted.signal });
    let resumed = performance.now();
    for (;;) {
      const { done, value } = run.next();
      if (done) return value;
      options.onIterate?.(value);
      if (performance.now() - resumed < SLICE) continue;
      options.progress.show(value);
      await nextTurn();
      resumed = performance.now();
    }
  } finally {
    process.off("SIGINT", interrupt);
    options.progress.end();
  }
}
