import { availableParallelism } from "node:os";
import type { Fold, FoldResult } from "@proxkit/regression";
import { makeBar } from "../output/bar.ts";
import type { Turns } from "../threads/interruptible.ts";
import { makeRunner } from "../threads/runner.ts";
import { shared } from "./shared.ts";
import type { ProblemTask } from "./task.ts";

export interface FoldsOnThreads<Task> {
  /** The module whose default export does a fold on a thread, which has `task` at hand. */
  readonly file: URL;
  /** Does a fold on this thread. */
  here(fold: Task): FoldResult;
  readonly task: ProblemTask;
  /** Threads beside this one. Default: the cores. */
  readonly workers: number | undefined;
  readonly turns: Turns;
}

/** The folds on as many threads as there are cores; who did them does not show. */
export async function foldsOnThreads<Task extends Fold>(
  folds: readonly Task[],
  { file, here, task, workers: wanted = availableParallelism(), turns }: FoldsOnThreads<Task>,
): Promise<readonly FoldResult[]> {
  const workers = Math.min(wanted, folds.length);
  const bar = makeBar("cross-validating {bar} {value}/{total} folds", { hideCursor: true });
  const workerData = workers === 0 ? undefined : shared(task);
  const runner = await makeRunner<Task, FoldResult>({ workers, file, here, workerData });
  let done = 0;
  bar.show(done, folds.length);
  const running = folds.map(async (fold) => {
    const result = await runner.run(fold);
    bar.show(++done, folds.length);
    return result;
  });
  try {
    return await Promise.race([Promise.all(running), turns.interruption]);
  } finally {
    bar.end();
    await runner.end();
    await Promise.allSettled(running);
  }
}
