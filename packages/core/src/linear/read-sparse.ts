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
  const { starts, rowIndices, values, rows, columns } = X;
  const expect = (right: boolean, expected: string, received: unknown) => {
    if (!right) throw new ArgumentError({ caller, argument: "X", expected, received });
  };
  const sizes = [rows, columns].every((size) => Number.isSafeInteger(size) && size >= 1);
  expect(sizes, "have at least 1 row and 1 column", `${rows} × ${columns}`);
  expect(
    starts.length === columns + 1 && starts[0] === 0,
    `have ${columns + 1} starts from 0`,
    `${starts.length} from ${starts[0]}`,
  );
  const { length } = values;
  expect(rowIndices.length === length, `have ${length} row indices`, rowIndices.length);
  expect(starts[columns] === length, `have ${length} as its last start`, starts[columns]);
  for (let j = 0; j < columns; j++) {
    expect(starts[j] <= starts[j + 1], "have starts that do not fall", starts[j + 1]);
    for (let at = starts[j]; at < starts[j + 1]; at++) {
      const row = rowIndices[at];
      const rises = row > (at > starts[j] ? rowIndices[at - 1] : -1);
      expect(
        Number.isInteger(row) && rises && row < rows,
        `have row indices that rise in column ${j} and are below ${rows}`,
        row,
      );
      if (!Number.isFinite(values[at]))
        throw new DataValueError({
          caller,
          argument: "X",
          hold: "a finite number",
          row,
          column: j,
          received: values[at],
        });
    }
  }
}
