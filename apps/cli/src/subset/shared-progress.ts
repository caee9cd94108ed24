import type { Progress } from "./search.ts";

/** Progress in memory that threads share: one writes, another reads. */
export type ProgressCells = Int32Array<SharedArrayBuffer>;

const NAMES = ["sizes", "looked", "most"] as const;
const LARGEST = 2 ** 31 - 1;

export function progressCells(): ProgressCells {
  return new Int32Array(new SharedArrayBuffer(4 * NAMES.length));
}

export function writeProgress(cells: ProgressCells, progress: Progress): void {
  NAMES.forEach((name, i) => {
    Atomics.store(cells, i, Math.min(progress[name], LARGEST));
  });
}

export function readProgress(cells: ProgressCells): Progress {
  const [sizes, looked, most] = NAMES.map((_, i) => Atomics.load(cells, i));
  return { sizes, looked, most };
}
