import {
  ArgumentError,
  DataValueError,
  type FlatMatrix,
  type MatrixLike,
  type SparseMatrix,
} from "@proxkit/core";

/**
 * The data as a flat or a sparse matrix, every entry finite.
 *
 * @throws ArgumentError if X is empty or ragged
 * @throws DataValueError at the first entry that is missing or not finite
 */
export function flatOf(caller: string, X: MatrixLike | SparseMatrix): FlatMatrix | SparseMatrix {
  if (typeof X !== "object" || X === null)
    throw new ArgumentError({
      caller,
      argument: "X",
      expected: "be an array of rows, a flat, a sparse or an ml-matrix",
      received: X,
    });
  if ("starts" in X) return X; // its loss checks it
  const [rows, columns, entry] = accessTo(X);
  if (!(rows >= 1 && columns >= 1))
    throw new ArgumentError({
      caller,
      argument: "X",
      expected: "have at least 1 row and 1 column",
      received: `${rows} × ${columns}`,
    });
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const received = entry(i, j);
      if (!Number.isFinite(received))
        throw new DataValueError({
          caller,
          argument: "X",
          hold: "a finite number",
          row: i,
          column: j,
          received,
        });
      data[j * rows + i] = received;
    }
  return { data, rows, columns, layout: "columns" };

  function accessTo(
    X: MatrixLike,
  ): [rows: number, columns: number, entry: (i: number, j: number) => number] {
    if ("get" in X && typeof X.get === "function") {
      const { rows, columns } = X;
      return [rows, columns, (i, j) => X.get(i, j)];
    }
    if ("data" in X && "rows" in X && !Array.isArray(X)) {
      const { data, rows, columns, layout = "rows" } = X as FlatMatrix;
      if (data.length !== rows * columns)
        throw new ArgumentError({
          caller,
          argument: "X",
          expected: `have rows × columns = ${rows * columns} entries in data`,
          received: data.length,
        });
      return layout === "rows"
        ? [rows, columns, (i, j) => data[i * columns + j]]
        : [rows, columns, (i, j) => data[j * rows + i]];
    }
    const list = X as ArrayLike<ArrayLike<number>>;
    const columns = list[0]?.length ?? 0;
    for (let i = 0; i < list.length; i++)
      if (list[i]?.length !== columns)
        throw new ArgumentError({
          caller,
          argument: "X",
          expected: `have ${columns} columns in row ${i} as in row 0`,
          received: list[i]?.length ?? list[i],
        });
    return [list.length, columns, (i, j) => list[i][j]];
  }
}
