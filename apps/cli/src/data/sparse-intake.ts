import { UsageError } from "../usage-error.ts";
import { type Compressed, reindexed } from "./compressed.ts";
import type { Place } from "./intake.ts";
import { Levels } from "./levels.ts";
import type { ReadRequest } from "./read-request.ts";
import { refusal } from "./refusal.ts";
import type { SparseTable } from "./table.ts";
import { withColumns } from "./with-columns.ts";

/** A sparse file as it was read: all columns, in which any number may be missing (NaN). */
export interface SparseColumns {
  readonly columns: readonly string[];
  readonly rows: number;
  /** By columns. */
  readonly entries: Compressed;
  /** Where an entry is, in words that end in its column. */
  readonly place: Place;
  /** As {@link SparseTable.openEnded}. */
  readonly openEnded: boolean;
  /** Of a category column whose numbers are codes of them. Default: its numbers are the levels. */
  readonly levels?: ReadonlyMap<string, Levels>;
}

/** Makes a table of the columns that are asked for. */
export function sparseTable(raw: SparseColumns, request: ReadRequest): SparseTable {
  const { columns, openEnded } = raw;
  const { source, wanted } = request;
  const kinds = columns.map(wanted);
  const gone = rowsWithGaps(raw, kinds, request);
  const rows = raw.rows - gone.size;
  if (rows === 0) throw new UsageError(`${source}: misses a value in every row`);

  let entries = raw.entries;
  if (gone.size > 0 || kinds.includes(undefined)) {
    const row = rowsLeft(raw.rows, gone);
    entries = reindexed(entries, (j) => kinds[j] !== undefined, row);
  }
  const names = columns.filter((_, j) => kinds[j] !== undefined);
  const places = new Map(names.map((name, place) => [name, place]));
  const categories = new Map<string, readonly string[]>();
  const coded = new Map<number, Float64Array>();
  for (const [name, place] of places) {
    if (wanted(name) !== "category") continue;
    const column = denseColumn(entries, place, rows);
    const levels = raw.levels?.get(name) ?? new Levels();
    if (!raw.levels?.has(name))
      column.forEach((x, i) => {
        column[i] = levels.code(String(x));
      });
    categories.set(name, levels.settle(column));
    coded.set(place, column);
  }
  const { starts, indices: rowIndices, values } = withColumns(entries, coded);
  const matrix = { starts, rowIndices, values, rows, columns: names.length };
  const dropped = gone.size;
  return { kind: "sparse", source, columns, rows, places, matrix, openEnded, categories, dropped };
}

/** The rows that miss a value that is asked for; refuses them unless they may go. */
function rowsWithGaps(
  { columns, entries: { starts, indices, values }, place }: SparseColumns,
  kinds: readonly (string | undefined)[],
  { missing, advice }: ReadRequest,
): Set<number> {
  const gone = new Set<number>();
  for (let j = 0; j < columns.length; j++) {
    if (kinds[j] === undefined) continue;
    for (let k = starts[j]; k < starts[j + 1]; k++) {
      const cell = values[k];
      if (Number.isFinite(cell)) continue;
      if (!Number.isNaN(cell) || missing === "refuse") {
        const [name, kind] = [columns[j], "number"] as const;
        throw refusal({ place: place(indices[k], j), name, kind, cell }, advice);
      }
      gone.add(indices[k]);
    }
  }
  return gone;
}

/** The new index of each row that stays. */
function rowsLeft(rows: number, gone: ReadonlySet<number>): (row: number) => number | undefined {
  if (gone.size === 0) return (row) => row;
  const left = new Uint32Array(rows);
  for (let row = 0, next = 0; row < rows; row++) if (!gone.has(row)) left[row] = next++;
  return (row) => (gone.has(row) ? undefined : left[row]);
}

/** Column j as a vector. */
export function denseColumn(entries: Compressed, j: number, rows: number): Float64Array {
  const column = new Float64Array(rows);
  for (let k = entries.starts[j]; k < entries.starts[j + 1]; k++)
    column[entries.indices[k]] = entries.values[k];
  return column;
}
