import type { FlatMatrix, SparseMatrix } from "@proxkit/core";

/**
 * Some rows of a matrix, in their order.
 *
 * @param X by columns
 * @param rows ascending
 */
export function subsetRows(
  X: FlatMatrix | SparseMatrix,
  rows: Uint32Array,
): FlatMatrix | SparseMatrix {
  if ("starts" in X) return ofSparse(X, rows);
  const data = new Float64Array(rows.length * X.columns);
  for (let j = 0, to = 0; j < X.columns; j++)
    for (const i of rows) data[to++] = X.data[j * X.rows + i];
  return { data, rows: rows.length, columns: X.columns, layout: "columns" };
}

function ofSparse(X: SparseMatrix, rows: Uint32Array): SparseMatrix {
  const place = new Int32Array(X.rows).fill(-1);
  rows.forEach((row, at) => {
    place[row] = at;
  });
  const starts = new Uint32Array(X.columns + 1);
  const rowIndices = new Uint32Array(X.values.length);
  const values = new Float64Array(X.values.length);
  let length = 0;
  for (let j = 0; j < X.columns; j++) {
    for (let at = X.starts[j]; at < X.starts[j + 1]; at++) {
      const to = place[X.rowIndices[at]];
      if (to < 0) continue;
      rowIndices[length] = to;
      values[length++] = X.values[at];
    }
    starts[j + 1] = length;
  }
  return {
    starts,
    rowIndices: rowIndices.subarray(0, length),
    values: values.subarray(0, length),
    rows: rows.length,
    columns: X.columns,
  };
}

/** The values of some rows. */
export function pick(values: ArrayLike<number>, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]);
}
