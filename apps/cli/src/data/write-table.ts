import { stringify } from "csv-stringify/sync";
import { UsageError } from "../usage-error.ts";

/** So many rows become text at a time: a string of all could be longer than strings may be. */
const PIECE = 10_000;

/**
 * Numbers with named columns, as CSV, TSV or .npy by the name of the file they go to.
 *
 * @param levels by column what its numbers stand for, which text says instead of them. Default: nothing.
 */
export async function formatTable(
  path: string,
  columns: readonly string[],
  rows: number,
  values: Float64Array,
  levels: ReadonlyMap<number, readonly string[]> = new Map(),
): Promise<Buffer> {
  const kind = path === "-" ? "csv" : path.match(/\.(csv|tsv|npy)$/i)?.[1].toLowerCase();
  if (!kind) throw new UsageError(`${path}: expected a name that ends in .csv, .tsv or .npy`);
  if (kind === "npy") {
    const { dump } = await import("npyjs");
    return Buffer.from(dump(values, [rows, columns.length]));
  }
  const delimiter = kind === "tsv" ? "\t" : ",";
  const pieces = [Buffer.from(stringify([[...columns]], { delimiter }))];
  const names = new Map(
    Array.from(levels, ([j, texts]) => [
      j,
      texts.map((text) => stringify([[text]], { delimiter }).trimEnd()),
    ]),
  );
  const width = columns.length;
  const line = (i: number): string => {
    const row = values.subarray(i * width, (i + 1) * width);
    if (names.size === 0) return row.join(delimiter);
    return Array.from(row, (x, j) => names.get(j)?.[x] ?? String(x)).join(delimiter);
  };
  for (let from = 0; from < rows; from += PIECE) {
    const lines = Array.from({ length: Math.min(PIECE, rows - from) }, (_, i) => line(from + i));
    pieces.push(Buffer.from(`${lines.join("\n")}\n`));
  }
  return Buffer.concat(pieces);
}
