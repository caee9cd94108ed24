import { allParts } from "./parts.ts";

/** A task of a part: what a worker thread is sent. */
export interface Job {
  readonly part: string;
  readonly task: unknown;
}

/** The result of a task. This file is also what a worker thread runs. */
export default function runTask({ part, task }: Job): unknown {
  const mine = allParts.find(({ name }) => name === part);
  if (!mine) throw new Error(`reproduce: no part ${part}`);
  return mine.run(task);
}
