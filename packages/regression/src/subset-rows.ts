import type { FlatMatrix, SparseMatrix } from "@proxkit/core";

/** Some rows of a matrix, in their order. @param rows ascending */
export function subsetRows(
  X: FlatMatrix | SparseMatrix,
  rows: Uint32Array,
): FlatMatrix | SparseMatrix {
  if ("starts" in X) return ofSparse(X, rows);
  const data = new Float64Array(rows.length * X.columns);
  const [down, across] = X.layout === "columns" ? [1, X.rows] : [X.columns, 1];
  for (let j = 0, to = 0; j < X.columns; j++)
    for (const i of rows) data[to++] = X.data[i * down + j * across];
  return { data, rows: rows.length, columns: X.columns, layout: "columns" };
}

function ofSparse(X: SparseMatrix, rows: Uint32Array): SparseMatrix {
  const place = new Int32Array(X.rows).fill(-1);
  rows.forEach((row, at) => {
    place[row] = at;
  });
  const starts = [0];
  const rowIndices: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < X.columns; j++) {
    for (let at = X.starts[j]; at < X.starts[j + 1]; at++) {
      const to = place[X.rowIndices[at]];
      if (to < 0) continue;
      rowIndices.push(to);
      values.push(X.values[at]);
    }
    starts.push(values.length);
  }
  return { starts, rowIndices, values, rows: rows.length, columns: X.columns };
}
