import { ArgumentError } from "../argument-error.ts";
import { DataValueError } from "../data-value-error.ts";
import type { SparseMatrix } from "../sparse-matrix.ts";

/**
 * Refuses a sparse matrix whose parts do not fit together, or that holds what is not finite.
 *
 * @throws ArgumentError if a length does not fit, starts fall, or row indices do not rise within a column
 * @throws DataValueError at the first entry that is not a finite number
 */
export function checkSparse(caller: string, X: SparseMatrix): void {
  checkLengths(caller, X);
  for (let j = 0; j < X.columns; j++) checkColumn(caller, X, j);
}

/** Where a sparse matrix is copied to; the lengths are those of X. */
export interface SparseRoom {
  readonly starts: Uint32Array;
  readonly rowIndices: Uint32Array;
  readonly values: Float64Array;
}

/**
 * A copy of a sparse matrix, made and checked in one pass.
 *
 * @param room called when the lengths of X are known to fit
 * @returns what `room` gave
 * @throws as {@link checkSparse}
 */
export function readSparse<R extends SparseRoom>(
  caller: string,
  X: SparseMatrix,
  room: (X: SparseMatrix) => R,
): R {
  checkLengths(caller, X);
  const { starts, rowIndices, values, rows, columns } = X;
  const copy = room(X);
  const [rowsTo, valuesTo] = [copy.rowIndices, copy.values];
  copy.starts.set(starts);
  let at = 0;
  for (let j = 0; j < columns; j++) {
    const end = starts[j + 1];
    let last = -1;
    let fits = true;
    for (; at < end; at++) {
      const row = rowIndices[at];
      const value = values[at];
      rowsTo[at] = row;
      valuesTo[at] = value;
      // what is stored is what was given, but for a fraction; an infinity minus itself is NaN
      const numbers = rowsTo[at] === row && valuesTo[at] === value;
      if (!(numbers && row > last && row < rows && value - value === 0)) fits = false;
      last = row;
    }
    if (!fits) checkColumn(caller, X, j);
  }
  return copy;
}

function checkColumn(caller: string, X: SparseMatrix, j: number): void {
  const { starts, rowIndices, values, rows } = X;
  let last = -1;
  for (let at = starts[j]; at < starts[j + 1]; at++) {
    const row = rowIndices[at];
    if (!(Number.isInteger(row) && row > last && row < rows))
      refuse(caller, `have row indices that rise in column ${j} and are below ${rows}`, row);
    if (!Number.isFinite(values[at]))
      throw new DataValueError({
        caller,
        argument: "X",
        hold: "a finite number",
        row,
        column: j,
        received: values[at],
      });
    last = row;
  }
}

function checkLengths(caller: string, X: SparseMatrix): void {
  const { starts, rowIndices, values, rows, columns } = X;
  if (![rows, columns].every((size) => Number.isSafeInteger(size) && size >= 1))
    refuse(caller, "have at least 1 row and 1 column", `${rows} × ${columns}`);
  if (starts?.length !== columns + 1)
    refuse(caller, `have ${columns + 1} starts`, starts?.length ?? starts);
  const length = values?.length;
  if (!Number.isSafeInteger(length)) refuse(caller, "have values", values);
  if (rowIndices?.length !== length)
    refuse(caller, `have ${length} row indices`, rowIndices?.length ?? rowIndices);
  if (starts[0] !== 0) refuse(caller, "have 0 as its first start", starts[0]);
  for (let j = 0; j < columns; j++)
    if (!(Number.isInteger(starts[j + 1]) && starts[j] <= starts[j + 1]))
      refuse(
        caller,
        `have starts that are whole numbers and do not fall, as after column ${j}`,
        starts[j + 1],
      );
  if (starts[columns] !== length)
    refuse(caller, `have ${length} as its last start`, starts[columns]);
}

function refuse(caller: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller, argument: "X", expected, received });
}
