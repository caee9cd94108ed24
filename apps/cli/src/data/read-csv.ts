import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { UsageError } from "../usage-error.ts";
import { decimal } from "./decimal.ts";
import { Intake } from "./intake.ts";
import { LONGEST_LINE } from "./lines.ts";
import type { ReadRequest } from "./read-request.ts";
import type { DenseTable } from "./table.ts";

/**
 * Streams comma- or tab-separated values under a header line.
 *
 * @param delimiter default: commas and tabs both
 * @throws UsageError naming source, line, column and value
 */
export async function readCsv(
  input: Readable,
  request: ReadRequest,
  delimiter?: "," | "\t",
): Promise<DenseTable> {
  const { source } = request;
  const parser = parse({
    bom: true,
    delimiter: delimiter ?? [",", "\t"],
    info: true,
    max_record_size: LONGEST_LINE,
    relax_column_count: true, // we say it ourselves, with the names
    skip_empty_lines: true,
    trim: true,
  });
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);

  let columns: readonly string[] = [];
  let intake: Intake | undefined;
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Line>) {
      const line = info.lines;
      if (!intake) {
        columns = readHeader(record, source);
        intake = new Intake(
          columns,
          request,
          (at, j) => `${source}:${at}:${j + 1}: column ${columns[j]}`,
        );
        continue;
      }
      if (record.length !== columns.length)
        throw new UsageError(
          `${source}:${line}: expected ${columns.length} values, received ${record.length}`,
        );
      intake.addRow(record, line);
      rows++;
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new UsageError(`${source}:${String(error.lines ?? "")}: ${error.message}`, {
        cause: error,
      });
    throw error;
  }
  if (!intake) throw new UsageError(`${source}: is empty; expected a header line`);
  if (rows === 0) throw new UsageError(`${source}: has a header, but no rows of data`);
  return intake.finish();
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readHeader(names: readonly string[], source: string): readonly string[] {
  const first = new Map<string, number>();
  names.forEach((name, j) => {
    if (name === "")
      throw new UsageError(`${source}:1:${j + 1}: expected a column name, received nothing`);
    const taken = first.get(name);
    if (taken !== undefined)
      throw new UsageError(
        `${source}:1:${j + 1}: column name ${name} is taken by column ${taken + 1}`,
      );
    first.set(name, j);
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
