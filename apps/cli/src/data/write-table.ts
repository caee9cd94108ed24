import { stringify } from "csv-stringify/sync";
import { UsageError } from "../usage-error.ts";

/** So many rows become text at a time: a string of all could be longer than strings may be. */
const PIECE = 10_000;

/** Numbers with named columns, as CSV, TSV or .npy by the name of the file they go to. */
export async function formatTable(
  path: string,
  columns: readonly string[],
  rows: number,
  values: Float64Array,
): Promise<Buffer> {
  const kind = path === "-" ? "csv" : path.match(/\.(csv|tsv|npy)$/i)?.[1].toLowerCase();
  if (!kind) throw new UsageError(`${path}: expected a name that ends in .csv, .tsv or .npy`);
  if (kind === "npy") {
    const { dump } = await import("npyjs");
    return Buffer.from(dump(values, [rows, columns.length]));
  }
  const delimiter = kind === "tsv" ? "\t" : ",";
  const pieces = [Buffer.from(stringify([[...columns]], { delimiter }))];
  for (let from = 0; from < rows; from += PIECE) {
    const lines = Array.from({ length: Math.min(PIECE, rows - from) }, (_, i) =>
      values.subarray((from + i) * columns.length, (from + i + 1) * columns.length).join(delimiter),
    );
    pieces.push(Buffer.from(`${lines.join("\n")}\n`));
  }
  return Buffer.concat(pieces);
}
