import { setImmediate as nextTurn } from "node:timers/promises";

/** Does jobs, wherever. */
export interface Runner<Job, Result> {
  run(job: Job): Promise<Result>;
  /** Stops at once: what is not done is refused. */
  end(): Promise<void>;
}

export interface RunnerOptions<Job, Result> {
  /** How many threads; 0 for none but this one. */
  readonly workers: number;
  /** The module whose default export does a job on a thread. */
  readonly file: URL;
  /** Does a job on this thread. */
  here(job: Job): Result | Promise<Result>;
  /** What each thread has at hand as `workerData` of piscina. */
  readonly workerData?: unknown;
}

export async function makeRunner<Job, Result>(
  options: RunnerOptions<Job, Result>,
): Promise<Runner<Job, Result>> {
  const { workers, file, here, workerData } = options;
  if (workers === 0) return oneByOne(here);
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    filename: file.href,
    minThreads: workers,
    maxThreads: workers,
    workerData,
    // else a job that finds all threads busy goes to the end, and none of the first are finished before nearly all are
    stricterFIFO: true,
  });
  return { run: (job) => pool.run(job), end: () => pool.destroy() };
}

/** In this thread, with time between jobs for signals and a bar. */
function oneByOne<Job, Result>(here: (job: Job) => Result | Promise<Result>): Runner<Job, Result> {
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  return {
    run(job) {
      const mine = last.then(async () => {
        await nextTurn();
        if (ended) throw new Error("ended");
        return await here(job);
      });
      last = mine.catch(() => {});
      return mine;
    },
    async end() {
      ended = true;
    },
  };
}
