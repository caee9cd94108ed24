import type { Section } from "./section.ts";

export interface ReproduceSettings {
  /** How many seeds the averages are over. Seeds are 1, 2, … */
  readonly seeds: number;
}

/**
 * One part of the paper: tasks that do not need each other, and the section that their results make.
 *
 * Tasks and results are plain JSON without NaN or infinities, so that workers can compute them in any order and
 * a stopped report can go on from those that are there. `run` is a pure function of its task.
 */
export interface Part<Task = unknown, Result = unknown> {
  /** "table1", as `proxkit reproduce` takes it. */
  readonly name: string;
  /** "Table 1: the l0 penalty" */
  readonly title: string;
  /** In a fixed order, whatever runs them; each some 10 ms to 1 s of work. */
  tasks(settings: ReproduceSettings): readonly Task[];
  run(task: Task): Result;
  /** @param results of all tasks, in their order */
  section(results: readonly Result[], settings: ReproduceSettings): Section;
}
