import { CsvError, parse } from "csv-parse/browser/esm/sync";

/** A file that was refused, with the place. */
class CsvProblem extends Error {
  override readonly name: string = "CsvProblem";
}

/** Numbers under names. */
export interface Table {
  /** The file's name. */
  readonly source: string;
  readonly columns: readonly string[];
  /** Columns of words, which nothing can be learned from. */
  readonly leftOut: readonly string[];
  readonly rows: number;
  /** Row-major, rows × columns. */
  readonly values: Float64Array;
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** More than this is work for the command line. */
const MOST_BYTES = 50e6;

/**
 * Reads comma- or tab-separated numbers under a header line. A column without a single number is left out.
 *
 * @param bytes the file's content, UTF-8
 * @param source the file's name, for messages
 * @throws CsvProblem naming source, line, column and value
 */
export function readCsv(bytes: Uint8Array, source: string): Table {
  const refuse = (where: string, why: string): never => {
    throw new CsvProblem(`${source}${where}: ${why}`);
  };
  if (bytes.length > MOST_BYTES)
    refuse(
      "",
      `has ${Math.round(bytes.length / 1e6)} MB; up to ${MOST_BYTES / 1e6} MB fit here, and more in the command line`,
    );
  if (bytes.includes(0)) refuse("", "is not text, so no CSV file");
  const [head, ...lines] = linesOf(bytes, source);
  if (!head) return refuse("", "is empty; expected a header line");
  if (lines.length === 0) return refuse("", "has a header, but no rows of data");

  const names = headerOf(head, (column, why) => refuse(place(head, column), why));
  for (const line of lines)
    if (line.record.length !== names.length)
      refuse(place(line), `expected ${names.length} values, received ${line.record.length}`);
  const used = names.map((_, j) => lines.some(({ record }) => Number.isFinite(decimal(record[j]))));
  const columns = names.filter((_, j) => used[j]);
  if (columns.length < 2)
    refuse(
      "",
      `has ${columns.length === 0 ? "no column" : "one column"} of numbers; expected a target and at least one input`,
    );

  const values = new Float64Array(lines.length * columns.length);
  let to = 0;
  for (const line of lines)
    line.record.forEach((cell, j) => {
      if (!used[j]) return;
      const value = decimal(cell);
      if (!Number.isFinite(value))
        refuse(
          place(line, j),
          `column ${names[j]} must hold a finite number, received ${cell === "" ? "nothing" : `"${shortened(cell)}"`}`,
        );
      values[to++] = value;
    });
  const leftOut = names.filter((_, j) => !used[j]);
  return { source, columns, leftOut, rows: lines.length, values };
}

function linesOf(bytes: Uint8Array, source: string): Line[] {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return parse(text, {
      bom: true,
      delimiter: [",", "\t"],
      info: true,
      relax_column_count: true, // we say it ourselves, with the names
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Line[];
  } catch (cause) {
    if (cause instanceof CsvError)
      throw new CsvProblem(`${source}, line ${String(cause.lines ?? 1)}: ${cause.message}`, {
        cause,
      });
    if (cause instanceof TypeError)
      throw new CsvProblem(`${source}: is not UTF-8 text, so no CSV file that is read here`, {
        cause,
      });
    throw cause;
  }
}

function headerOf(
  { record }: Line,
  refuse: (column: number | undefined, why: string) => never,
): readonly string[] {
  record.forEach((name, j) => {
    if (name === "") refuse(j, "expected a column name, received nothing");
    const first = record.indexOf(name);
    if (first < j) refuse(j, `column name ${shortened(name)} is taken by column ${first + 1}`);
  });
  if (record.length === 1 && record[0].includes(";"))
    refuse(undefined, "expected commas or tabs between values, received semicolons");
  if (record.length > 1 && record.every((name) => Number.isFinite(decimal(name))))
    refuse(undefined, `expected a header line of column names, received numbers (${record[0]}, …)`);
  return record;
}

function place({ info }: Line, column?: number): string {
  return column === undefined
    ? `, line ${info.lines}`
    : `, line ${info.lines}, column ${column + 1}`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** A decimal number as a person writes it; NaN for anything else, such as "", 0x10 or Infinity. */
function decimal(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}
