import type { FlatMatrix } from "@proxkit/core";

/** The standard deviation of each column (over m, not m − 1), length d. */
export function deviations({ data, rows, columns }: FlatMatrix): Float64Array {
  const means = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let at = 0; at < data.length; at++) means[at % columns] += data[at] / rows;
  for (let at = 0; at < data.length; at++)
    squares[at % columns] += (data[at] - means[at % columns]) ** 2 / rows;
  return squares.map(Math.sqrt);
}
