import { stringify } from "csv-stringify/sync";
import { UsageError } from "../usage-error.ts";

/** Numbers with named columns, as CSV, TSV or .npy by the name of the file they go to. */
export async function formatTable(
  path: string,
  columns: readonly string[],
  rows: number,
  values: Float64Array,
): Promise<string | Buffer> {
  const kind = path === "-" ? "csv" : path.match(/\.(csv|tsv|npy)$/i)?.[1].toLowerCase();
  if (!kind) throw new UsageError(`${path}: expected a name that ends in .csv, .tsv or .npy`);
  if (kind === "npy") {
    const { dump } = await import("npyjs");
    return Buffer.from(dump(values, [rows, columns.length]));
  }
  const delimiter = kind === "tsv" ? "\t" : ",";
  const header = stringify([[...columns]], { delimiter });
  const lines = Array.from({ length: rows }, (_, i) =>
    values.subarray(i * columns.length, (i + 1) * columns.length).join(delimiter),
  );
  return `${header}${lines.join("\n")}\n`;
}
