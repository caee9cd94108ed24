import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { UsageError } from "../usage-error.ts";
import { decimal } from "./decimal.ts";
import { Growing } from "./growing.ts";
import type { Table, Wanted } from "./table.ts";

/**
 * Streams comma- or tab-separated numbers under a header line.
 *
 * @param wanted the other columns may hold anything
 * @param delimiter default: commas and tabs both
 * @throws UsageError naming source, line, column and value
 */
export async function readCsv(
  input: Readable,
  source: string,
  wanted: Wanted,
  delimiter?: "," | "\t",
): Promise<Table> {
  const parser = parse({
    bom: true,
    delimiter: delimiter ?? [",", "\t"],
    info: true,
    relax_column_count: true, // we say it ourselves, with the names
    skip_empty_lines: true,
    trim: true,
  });
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);

  const numbers = new Growing();
  let columns: readonly string[] | undefined;
  let used: readonly boolean[] = [];
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Line>) {
      const line = info.lines;
      if (!columns) {
        columns = readHeader(record, source);
        used = columns.map(wanted);
        continue;
      }
      if (record.length !== columns.length)
        throw new UsageError(
          `${source}:${line}: expected ${columns.length} values, received ${record.length}`,
        );
      for (let j = 0; j < record.length; j++) {
        const value = used[j] ? decimal(record[j]) : Number.NaN;
        if (used[j] && !Number.isFinite(value))
          throw new UsageError(
            `${source}:${line}:${j + 1}: column ${columns[j]} must hold a finite number, received ${record[j] === "" ? "nothing" : `"${record[j]}"`}`,
          );
        numbers.push(value);
      }
      rows++;
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new UsageError(`${source}:${String(error.lines ?? "")}: ${error.message}`, {
        cause: error,
      });
    throw error;
  }
  if (!columns) throw new UsageError(`${source}: is empty; expected a header line`);
  if (rows === 0) throw new UsageError(`${source}: has a header, but no rows of data`);
  return { source, columns, rows, values: numbers.values() };
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readHeader(names: readonly string[], source: string): readonly string[] {
  names.forEach((name, j) => {
    if (name === "")
      throw new UsageError(`${source}:1:${j + 1}: expected a column name, received nothing`);
    const first = names.indexOf(name);
    if (first < j)
      throw new UsageError(
        `${source}:1:${j + 1}: column name ${name} is taken by column ${first + 1}`,
      );
  });
  if (names.length === 1 && names[0].includes(";"))
    throw new UsageError(
      `${source}:1: expected commas or tabs between values, received semicolons`,
    );
  if (names.length > 1 && names.every((name) => Number.isFinite(decimal(name))))
    throw new UsageError(
      `${source}:1: expected a header line of column names, received numbers (${names[0]}, …)`,
    );
  return names;
}
