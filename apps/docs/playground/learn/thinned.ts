/** A record of numbers over a run whose length is not known: no more than so many points, evenly spread. */
export interface Thinned {
  add(iteration: number, ...numbers: readonly number[]): void;
  /** One array for the iterations, and one for each number; the last point added is always there. */
  columns(): Float64Array[];
}

/** @param most how many points are kept, at least 2; where they are more, every other is dropped */
export function thinned(most: number): Thinned {
  let kept: number[][] = [];
  let every = 1;
  let last: number[] | undefined;
  return {
    add(iteration, ...numbers) {
      last = [iteration, ...numbers];
      if (iteration % every === 0) kept.push(last);
      if (kept.length <= most) return;
      every *= 2;
      kept = kept.filter(([at]) => at % every === 0);
    },
    columns() {
      const rows = last && kept.at(-1) !== last ? [...kept, last] : kept;
      return (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (row) => row[j]));
    },
  };
}
