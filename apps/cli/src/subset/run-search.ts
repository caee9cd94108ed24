import { workerData } from "piscina";
import type { ProblemTask } from "../linear/task.ts";
import type { Course } from "./course.ts";
import { type Found, search } from "./search.ts";
import { type ProgressCells, writeProgress } from "./shared-progress.ts";

/** A search, as a message. */
export interface SearchJob {
  readonly course: Course;
  readonly cells: ProgressCells;
}

/** A search for best subsets: what a worker thread runs. */
export default function runSearchHere({ course, cells }: SearchJob): Found {
  return search(workerData as ProblemTask, course, (progress) => writeProgress(cells, progress));
}
