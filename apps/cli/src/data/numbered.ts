import { UsageError } from "../usage-error.ts";

/** As many columns as a Map can find by name. */
export const MOST_COLUMNS = 2 ** 24 - 1;

/**
 * The names "0", "1", … of a matrix's columns.
 *
 * @throws UsageError if it is no matrix, an empty one, or far too wide
 */
export function numbered(shape: readonly number[], source: string): string[] {
  if (shape.length !== 2)
    throw new UsageError(
      `${source}: expected an array of 2 dimensions (rows, columns), received ${shape.length}`,
    );
  const [rows, columns] = shape;
  if (rows === 0 || columns === 0)
    throw new UsageError(
      `${source}: expected at least 1 row and 1 column, received ${rows} × ${columns}`,
    );
  if (columns > MOST_COLUMNS)
    throw new UsageError(
      `${source}: expected at most ${MOST_COLUMNS} columns, received ${columns}`,
    );
  return Array.from({ length: columns }, (_, j) => String(j));
}
