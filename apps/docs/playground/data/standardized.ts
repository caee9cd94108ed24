import type { FlatMatrix } from "@proxkit/core";

/** Columns of mean 0 and standard deviation 1, and what they were. */
export interface Standard {
  readonly X: FlatMatrix;
  readonly means: Float64Array;
  /** Standard deviations (over m, not m − 1); 0 for a column that is constant, which becomes 0. */
  readonly sizes: Float64Array;
}

/** Shifts and scales the columns of a matrix, which is left as it was. */
export function standardized({ data, rows, columns }: FlatMatrix): Standard {
  const means = new Float64Array(columns);
  const sizes = new Float64Array(columns);
  const scaled = new Float64Array(data.length);
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) means[i] += data[j * columns + i] / rows;
    for (let j = 0; j < rows; j++) sizes[i] += (data[j * columns + i] - means[i]) ** 2 / rows;
    sizes[i] = Math.sqrt(sizes[i]);
    if (sizes[i] <= 1e-13 * Math.abs(means[i])) sizes[i] = 0;
    for (let j = 0; j < rows && sizes[i] > 0; j++)
      scaled[j * columns + i] = (data[j * columns + i] - means[i]) / sizes[i];
  }
  return { X: { data: scaled, rows, columns }, means, sizes };
}
