import { shared } from "../linear/shared.ts";
import type { ProblemTask } from "../linear/task.ts";
import { makeBar } from "../output/bar.ts";
import type { Turns } from "../threads/interruptible.ts";
import { makeRunner } from "../threads/runner.ts";
import type { Course } from "./course.ts";
import type { SearchJob } from "./run-search.ts";
import { type Found, type Progress, search } from "./search.ts";
import { progressCells, readProgress } from "./shared-progress.ts";

export interface SearchRequest {
  readonly task: ProblemTask;
  readonly course: Course;
  /** How many sizes there are at most. */
  readonly sizes: number;
  /** 0: none but this one, where Ctrl-C waits for the end of the search. */
  readonly workers: number | undefined;
  readonly turns: Turns;
}

/** Milliseconds between looks at how far the search is. */
const LOOK = 100;

/** Searches on a thread of its own, as a proof may take long, so that Ctrl-C is heard and a bar moves. */
export async function searchOnThread(request: SearchRequest): Promise<Found> {
  const { task, course, sizes: of, turns } = request;
  const bar = makeBar("searching {bar} {words}", { hideCursor: true });
  const show = ({ sizes, looked, most }: Progress) => {
    const words =
      looked > 0 ? `${looked} of at most ${most} sets of columns` : `${sizes} of ${of} sizes`;
    bar.show(looked > 0 ? looked / most : sizes / of, 1, { words });
  };
  const cells = progressCells();
  const runner = await makeRunner<SearchJob, Found>({
    workers: request.workers === 0 ? 0 : 1,
    file: new URL("run-search.js", import.meta.url),
    here: () => search(task, course, show),
    workerData: request.workers === 0 ? undefined : shared(task),
  });
  const timer = setInterval(() => show(readProgress(cells)), LOOK);
  try {
    return await Promise.race([runner.run({ course, cells }), turns.interruption]);
  } finally {
    clearInterval(timer);
    bar.end();
    await runner.end();
  }
}
