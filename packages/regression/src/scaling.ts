import { ArgumentError, type FlatMatrix, type SparseMatrix } from "@proxkit/core";

/** X as a model is learned on it: x̃ = (x − centre)/scale, column by column. */
export interface Scaled {
  readonly X: FlatMatrix | SparseMatrix;
  /** 0 where a column was not centred. */
  readonly centre: Float64Array;
  /** 1 where it was not scaled. */
  readonly scale: Float64Array;
  /** Columns that do not vary: centred they are 0, and their weight stays 0. */
  readonly constant: readonly number[];
}

export interface ScalingOptions {
  /** Subtract the mean. Sparse data are never centred. */
  readonly centre: boolean;
  /** Divide by the standard deviation (of the population, Σ s (x − mean)²). */
  readonly standardize: boolean;
}

/** A column that varies by less than this, relative to its entries, does not vary. */
const CONSTANT = 1e-13;

/** @param s the share of each row, Σ s = 1 */
export function scaledColumns(
  X: FlatMatrix | SparseMatrix,
  s: Float64Array,
  options: ScalingOptions,
): Scaled {
  return "starts" in X ? sparse(X, s, options) : dense(X, s, options);
}

function dense(X: FlatMatrix, s: Float64Array, { centre, standardize }: ScalingOptions): Scaled {
  const { rows, columns, layout = "rows" } = X;
  const out = new Float64Array(rows * columns);
  const centres = new Float64Array(columns);
  const scales = new Float64Array(columns).fill(1);
  const constant: number[] = [];
  const [down, across] = layout === "rows" ? [columns, 1] : [1, rows];
  for (let j = 0; j < columns; j++) {
    const column = out.subarray(j * rows, (j + 1) * rows);
    for (let i = 0; i < rows; i++) column[i] = X.data[i * down + j * across];
    const { mean, deviation, varies } = momentsOf(column, s);
    if (!varies) constant.push(j);
    if (centre) {
      centres[j] = mean;
      for (let i = 0; i < rows; i++) column[i] = varies ? column[i] - mean : 0;
    }
    if (!standardize) continue;
    if (!varies) continue;
    scales[j] = deviation;
    for (let i = 0; i < rows; i++) column[i] /= deviation;
  }
  return {
    X: { data: out, rows, columns, layout: "columns" },
    centre: centres,
    scale: scales,
    constant,
  };
}

function sparse(X: SparseMatrix, s: Float64Array, { standardize }: ScalingOptions): Scaled {
  const { starts, rowIndices, columns } = X;
  const values = Float64Array.from(X.values);
  const scales = new Float64Array(columns).fill(1);
  const constant: number[] = [];
  for (let j = 0; j < columns; j++) {
    const count = starts[j + 1] - starts[j];
    let [mean, squares, share, rest] = [0, 0, 0, 0];
    for (let at = starts[j]; at < starts[j + 1]; at++) {
      mean += s[rowIndices[at]] * values[at];
      share += s[rowIndices[at]];
    }
    // a full column has no row of zeros, though its shares add up to 1 only within rounding
    const zeros = 1 - share > count * Number.EPSILON && count < X.rows ? 1 - share : 0;
    for (let at = starts[j]; at < starts[j + 1]; at++)
      rest += s[rowIndices[at]] * (values[at] - mean);
    mean += rest - zeros * mean;
    let largest = Math.abs(mean);
    for (let at = starts[j]; at < starts[j + 1]; at++) {
      squares += s[rowIndices[at]] * (values[at] - mean) ** 2;
      largest = Math.max(largest, Math.abs(values[at]));
    }
    const deviation = Math.sqrt(squares + zeros * mean * mean);
    const varies = deviation > CONSTANT * largest;
    if (!varies) constant.push(j);
    if (!standardize || !varies) continue;
    scales[j] = deviation;
    for (let at = starts[j]; at < starts[j + 1]; at++) values[at] /= deviation;
  }
  return { X: { ...X, values }, centre: new Float64Array(columns), scale: scales, constant };
}

function momentsOf(column: Float64Array, s: Float64Array) {
  let [mean, squares, largest, rest] = [0, 0, 0, 0];
  for (let i = 0; i < column.length; i++) {
    mean += s[i] * column[i];
    largest = Math.max(largest, Math.abs(column[i]));
  }
  // the mean of what is left takes out the rounding of a long sum, which would make a constant column vary
  for (let i = 0; i < column.length; i++) rest += s[i] * (column[i] - mean);
  mean += rest;
  for (let i = 0; i < column.length; i++) squares += s[i] * (column[i] - mean) ** 2;
  const deviation = Math.sqrt(squares);
  if (!Number.isFinite(deviation))
    throw new ArgumentError({
      caller: "regression",
      argument: "X",
      expected: "have columns whose squares can be added up",
      received: largest,
    });
  return { mean, deviation, varies: deviation > CONSTANT * largest };
}

/** The same columns, and a last one of ones. */
export function withOnes(X: FlatMatrix | SparseMatrix): FlatMatrix | SparseMatrix {
  const { rows, columns } = X;
  if ("starts" in X)
    return {
      starts: [...Array.from(X.starts), X.values.length + rows],
      rowIndices: [...Array.from(X.rowIndices), ...Array.from({ length: rows }, (_, i) => i)],
      values: [...Array.from(X.values), ...new Float64Array(rows).fill(1)],
      rows,
      columns: columns + 1,
    };
  const data = new Float64Array(rows * (columns + 1)).fill(1);
  data.set(X.data); // by columns
  return { data, rows, columns: columns + 1, layout: "columns" };
}
