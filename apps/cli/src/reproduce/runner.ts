import { setImmediate as nextTurn } from "node:timers/promises";
import runTask, { type Job } from "./run-task.ts";

/** Runs tasks, wherever. */
export interface Runner {
  run(job: Job): Promise<unknown>;
  /** Stops at once: what is not done is refused. */
  end(): Promise<void>;
}

/** @param workers how many threads; 0 for none but this one */
export async function makeRunner(workers: number): Promise<Runner> {
  if (workers === 0) return oneByOne();
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    filename: new URL("run-task.js", import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    // else a task that finds all threads busy goes to the end, and no part is finished before nearly all are
    stricterFIFO: true,
  });
  return { run: (job) => pool.run(job), end: () => pool.destroy() };
}

/** In this thread, with time between tasks for signals and a bar. */
function oneByOne(): Runner {
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  return {
    run(job) {
      const mine = last.then(async () => {
        await nextTurn();
        if (ended) throw new Error("ended");
        return runTask(job);
      });
      last = mine.catch(() => {});
      return mine;
    },
    async end() {
      ended = true;
    },
  };
}
