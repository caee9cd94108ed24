import type { ProblemTask } from "./task.ts";

/** The same task with its numbers in memory that threads share, so that each has no copy of its own. */
export function shared<Task extends ProblemTask>(task: Task): Task {
  const { X } = task;
  return {
    ...task,
    X:
      "starts" in X
        ? {
            ...X,
            starts: sharedIndices(X.starts),
            rowIndices: sharedIndices(X.rowIndices),
            values: sharedNumbers(X.values),
          }
        : { ...X, data: sharedNumbers(X.data) },
    y: sharedNumbers(task.y),
    weights: task.weights && sharedNumbers(task.weights),
  };
}

function sharedNumbers(values: ArrayLike<number>): Float64Array {
  const out = new Float64Array(new SharedArrayBuffer(8 * values.length));
  out.set(values);
  return out;
}

function sharedIndices(values: ArrayLike<number>): Uint32Array {
  const out = new Uint32Array(new SharedArrayBuffer(4 * values.length));
  out.set(values);
  return out;
}
