import { ArgumentError, type FlatMatrix, type SparseMatrix } from "@proxkit/core";

/** X as a model is learned on it: x̃ = (x − centre)/scale, column by column. */
export interface Scaled {
  /** A copy, with a column of ones after the others if that was asked for. */
  readonly X: FlatMatrix | SparseMatrix;
  /** 0 where a column was not centred. */
  readonly centre: Float64Array;
  /** 1 where it was not scaled. */
  readonly scale: Float64Array;
  /** Columns that do not vary: with an intercept they are 0 in X, and their weight stays 0. */
  readonly constant: readonly number[];
}

export interface ScalingOptions {
  readonly intercept: boolean;
  /** Divide by the standard deviation (of the population, √Σ s (x − mean)²). */
  readonly standardize: boolean;
  /** Append a column of ones. */
  readonly ones: boolean;
}

/** A column that varies by less than this, relative to its largest entry, varies by rounding only. */
const CONSTANT = 1e-13;

/**
 * Columns centred (dense ones, if there is an intercept) and divided by their deviation.
 *
 * @param X by columns
 * @param s the share of each row, Σ s = 1
 * @throws ArgumentError if a column is so large or so small that its deviation, or one over it, is no number
 */
export function scaledColumns(
  X: FlatMatrix | SparseMatrix,
  s: Float64Array,
  options: ScalingOptions,
): Scaled {
  return "starts" in X ? sparse(X, s, options) : dense(X, s, options);
}

function dense(X: FlatMatrix, s: Float64Array, options: ScalingOptions): Scaled {
  const { rows, columns } = X;
  const { intercept, standardize, ones } = options;
  const all = columns + Number(ones);
  const out = new Float64Array(rows * all);
  out.set(X.data);
  out.fill(1, rows * columns);
  const centre = new Float64Array(columns);
  const scale = new Float64Array(columns).fill(1);
  const constant: number[] = [];
  for (let j = 0; j < columns; j++) {
    const column = out.subarray(j * rows, (j + 1) * rows);
    const { mean, deviation } = momentsOf(j, column, s, undefined);
    if (intercept) centre[j] = mean;
    if (deviation === 0) {
      constant.push(j);
      if (intercept) column.fill(0);
      continue;
    }
    if (standardize) scale[j] = deviation;
    for (let i = 0; i < rows; i++) column[i] = (column[i] - centre[j]) / scale[j];
  }
  return { X: { data: out, rows, columns: all, layout: "columns" }, centre, scale, constant };
}

function sparse(X: SparseMatrix, s: Float64Array, options: ScalingOptions): Scaled {
  const { rows, columns } = X;
  const { intercept, standardize, ones } = options;
  const copy = copyOf(X, ones ? rows : 0);
  const scale = new Float64Array(columns).fill(1);
  const constant: number[] = [];
  for (let j = 0; j < columns; j++) {
    const [from, to] = [copy.starts[j], copy.starts[j + 1]];
    const column = copy.values.subarray(from, to);
    const { deviation } = momentsOf(j, column, s, copy.rowIndices.subarray(from, to));
    if (deviation === 0) {
      constant.push(j);
      if (intercept) column.fill(0);
      continue;
    }
    if (!standardize) continue;
    scale[j] = deviation;
    for (let at = 0; at < column.length; at++) column[at] /= deviation;
  }
  const { starts, rowIndices, values } = copy;
  if (ones) {
    for (let i = 0, at = starts[columns]; i < rows; i++, at++) {
      rowIndices[at] = i;
      values[at] = 1;
    }
    starts[columns + 1] = values.length;
  }
  return {
    X: { starts, rowIndices, values, rows, columns: starts.length - 1 },
    centre: new Float64Array(columns),
    scale,
    constant,
  };
}

/** With room for a column of `more` entries behind the others. */
function copyOf({ starts, rowIndices, values }: SparseMatrix, more: number) {
  const copy = {
    starts: new Uint32Array(starts.length + (more > 0 ? 1 : 0)),
    rowIndices: new Uint32Array(values.length + more),
    values: new Float64Array(values.length + more),
  };
  copy.starts.set(starts);
  copy.rowIndices.set(rowIndices);
  copy.values.set(values);
  return copy;
}

/**
 * Mean and deviation of a column, the latter 0 if it varies by rounding only. Both are counted from the column's first entry
 * and in units of its largest: a column of equal numbers has deviation 0 exactly, and none overflows.
 *
 * @param rowIndices of the entries, if the others are 0
 */
function momentsOf(
  j: number,
  column: Float64Array,
  s: Float64Array,
  rowIndices: Uint32Array | undefined,
): { mean: number; deviation: number } {
  const share = rowIndices ? (at: number) => s[rowIndices[at]] : (at: number) => s[at];
  let [largest, counted] = [0, 0];
  for (let at = 0; at < column.length; at++) {
    largest = Math.max(largest, Math.abs(column[at]));
    counted += share(at);
  }
  if (largest === 0) return { mean: 0, deviation: 0 };
  const first = column[0];
  // a full column has no row of zeros, though its shares add up to 1 within rounding only
  const zeros = column.length < s.length ? Math.max(0, 1 - counted) : 0;
  let offset = -zeros * (first / largest);
  for (let at = 0; at < column.length; at++)
    offset += share(at) * (column[at] / largest - first / largest);
  const middle = first / largest + offset;
  let squares = zeros * middle * middle;
  for (let at = 0; at < column.length; at++)
    squares += share(at) * (column[at] / largest - middle) ** 2;
  const relative = Math.sqrt(squares);
  if (!(relative > CONSTANT)) return { mean: first + offset * largest, deviation: 0 };
  const deviation = relative * largest;
  if (!(1 / deviation < Number.POSITIVE_INFINITY && deviation < Number.POSITIVE_INFINITY))
    throw new ArgumentError({
      caller: "regression",
      argument: "X",
      expected: `have a column ${j} whose deviation, and one over it, are numbers`,
      received: deviation,
    });
  return { mean: middle * largest, deviation };
}
