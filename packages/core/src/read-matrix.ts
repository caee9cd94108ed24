import type { AbstractMatrix } from "ml-matrix";
import { ArgumentError } from "./argument-error.ts";
import { DataValueError } from "./data-value-error.ts";
import { transpose } from "./loops/transpose.ts";
import type { FlatMatrix, MatrixLike } from "./matrix-like.ts";

/**
 * The data matrix X as one row-major array, every entry checked to be finite.
 *
 * @throws ArgumentError if X is empty, ragged, or flat with data of another length than rows × columns
 * @throws DataValueError at the first entry that is not a finite number
 */
export function readMatrix(caller: string, X: MatrixLike): FlatMatrix {
  const flat = readFlat(caller, X);
  if (flat.layout !== "columns") return flat;
  const data = new Float64Array(flat.data.length);
  transpose(flat.data, flat.columns, flat.rows, data);
  return { ...flat, data, layout: "rows" };
}

/** The data matrix X as one array, row-major unless a flat matrix says otherwise; checked like {@link readMatrix}'s. */
export function readFlat(caller: string, X: MatrixLike): FlatMatrix {
  if (typeof X !== "object" || X === null)
    throw new ArgumentError({
      caller,
      argument: "X",
      expected: "be an array of rows, a flat matrix or an ml-matrix",
      received: X,
    });
  if (isMlMatrix(X)) return copy(caller, X.rows, X.columns, (i, j) => X.get(i, j));
  if ("data" in X) return view(caller, X);
  const columns = X.length > 0 ? X[0]?.length : 0;
  for (let i = 0; i < X.length; i++)
    if (X[i]?.length !== columns)
      throw new ArgumentError({
        caller,
        argument: "X",
        expected: `have ${columns} columns in row ${i} as in row 0`,
        received: X[i]?.length,
      });
  return copy(caller, X.length, columns, (i, j) => X[i][j]);
}

/** The test of ml-matrix's own `Matrix.isMatrix`, so that ml-matrix need not be loaded for it. */
function isMlMatrix(X: MatrixLike): X is AbstractMatrix {
  return (X as { klass?: unknown }).klass === "Matrix";
}

function copy(
  caller: string,
  rows: number,
  columns: number,
  entry: (i: number, j: number) => number,
): FlatMatrix {
  checkShape(caller, rows, columns);
  const data = new Float64Array(rows * columns);
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const received = entry(i, j);
      checkFinite(caller, received, i, j);
      data[at++] = received;
    }
  return { data, rows, columns };
}

function view(caller: string, { data, rows, columns, layout = "rows" }: FlatMatrix): FlatMatrix {
  checkShape(caller, rows, columns);
  if (data.length !== rows * columns)
    throw new ArgumentError({
      caller,
      argument: "X",
      expected: `have rows × columns = ${rows * columns} entries in data`,
      received: data.length,
    });
  if (layout !== "rows" && layout !== "columns")
    throw new ArgumentError({
      caller,
      argument: "X.layout",
      expected: 'be "rows" or "columns"',
      received: layout,
    });
  const together = layout === "rows" ? columns : rows;
  for (let at = 0; at < data.length; at++)
    if (!Number.isFinite(data[at])) {
      const [line, place] = [Math.floor(at / together), at % together];
      const [row, column] = layout === "rows" ? [line, place] : [place, line];
      checkFinite(caller, data[at], row, column);
    }
  return {
    data: data instanceof Float64Array ? data : Float64Array.from(data),
    rows,
    columns,
    layout,
  };
}

function checkShape(caller: string, rows: number, columns: number): void {
  if (!(Number.isSafeInteger(rows) && rows >= 1 && Number.isSafeInteger(columns) && columns >= 1))
    throw new ArgumentError({
      caller,
      argument: "X",
      expected: "have at least 1 row and 1 column",
      received: `${rows} × ${columns}`,
    });
}

function checkFinite(caller: string, received: number, row: number, column: number): void {
  if (!Number.isFinite(received))
    throw new DataValueError({
      caller,
      argument: "X",
      hold: "a finite number",
      row,
      column,
      received,
    });
}
