import { type FlatMatrix, type MatrixLike, readColumns, type SparseMatrix } from "@proxkit/core";

/**
 * The columns that are the same as one before them. An l1 penalty may share a weight among such columns in any way: which
 * of them a model has is then no finding.
 *
 * @returns pairs [column, the first that is the same], ascending
 * @throws ArgumentError if X is empty, ragged, or its parts do not fit together
 * @throws DataValueError at the first entry that is not a finite number
 * @example
 * ```ts
 * import { duplicateColumns } from "@proxkit/regression";
 *
 * console.log(duplicateColumns([[1, 2, 1], [3, 4, 3]])); // [ [ 2, 0 ] ]
 * ```
 */
export function duplicateColumns(X: MatrixLike | SparseMatrix): [number, number][] {
  const given = readColumns("duplicateColumns", X);
  const entriesOf = "starts" in given ? sparseEntries(given) : denseEntries(given);
  const seen = new Map<number, number[]>();
  const found: [number, number][] = [];
  for (let j = 0; j < given.columns; j++) {
    const { at, values } = entriesOf(j);
    let key = 0;
    for (let n = 0; n < values.length; n++) key += values[n] * (1 + (at[n] % 31));
    const alike = seen.get(key) ?? [];
    const first = alike.find((other) => {
      const before = entriesOf(other);
      return (
        before.values.length === values.length &&
        values.every((x, n) => x === before.values[n] && at[n] === before.at[n])
      );
    });
    if (first === undefined) seen.set(key, [...alike, j]);
    else found.push([j, first]);
  }
  return found;
}

/** The entries of a column that may differ from 0, and their rows. */
type EntriesOf = (j: number) => { readonly at: Uint32Array; readonly values: Float64Array };

function denseEntries({ data, rows }: FlatMatrix): EntriesOf {
  const at = Uint32Array.from({ length: rows }, (_, i) => i);
  return (j) => ({ at, values: data.subarray(j * rows, (j + 1) * rows) });
}

/** Without the zeros that are stored. */
function sparseEntries({ starts, rowIndices, values }: SparseMatrix): EntriesOf {
  return (j) => {
    const at: number[] = [];
    for (let n = starts[j]; n < starts[j + 1]; n++) if (values[n] !== 0) at.push(n);
    return {
      at: Uint32Array.from(at, (n) => rowIndices[n]),
      values: Float64Array.from(at, (n) => values[n]),
    };
  };
}
