import { ArgumentError, DataValueError, type FlatMatrix } from "@proxkit/core";
import { duplicateColumns } from "./duplicates.ts";

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  /** Numbers; or, of a category, anything that has a text. null, undefined, NaN and "" are missing. */
  readonly values: ArrayLike<number | string | boolean | null | undefined>;
  /** Whether its values are names of levels. Default: true if the first that is there is a text. */
  readonly categorical?: boolean | undefined;
}

export interface EncodeOptions {
  /** "refuse" throws at the first missing value, "drop" leaves its row out. Default: "refuse". */
  readonly missing?: "refuse" | "drop" | undefined;
  /** Leave out the first level of each category, for which the others' coefficients are then differences. Default: false. */
  readonly dropFirst?: boolean | undefined;
}

/** Columns of numbers, made of columns of anything. */
export interface Encoded {
  readonly X: FlatMatrix;
  /** "age", "colour=red", … */
  readonly names: readonly string[];
  /**
   * Which columns of X each given column became: for `group`, so that a category is kept or dropped as a whole. None for a
   * category of one level whose first is left out, which `group` does not take.
   */
  readonly groups: readonly (readonly number[])[];
  /** Which rows were kept, ascending. */
  readonly rows: Uint32Array;
  /** Columns that are the same as one before: [column, the one before]. */
  readonly duplicates: readonly (readonly [number, number])[];
}

/**
 * Columns of numbers and names as a matrix: a category becomes a column of 0 and 1 for each of its levels, sorted.
 *
 * @throws ArgumentError if there is no column, lengths differ, a name comes twice (that of a level too), no row is left, or the
 * matrix does not fit in memory
 * @throws DataValueError at the first missing value, or text in a column of numbers
 * @example
 * ```ts
 * import { encodeColumns } from "@proxkit/regression";
 *
 * const { X, names, groups } = encodeColumns([
 *   { name: "age", values: [30, 40, 50] },
 *   { name: "colour", values: ["red", "blue", "red"] },
 * ]);
 * console.log(names, groups); // [ 'age', 'colour=blue', 'colour=red' ] [ [ 0 ], [ 1, 2 ] ]
 * console.log(X.data.join(" ")); // 30 40 50 0 1 0 1 0 1
 * ```
 */
export function encodeColumns(
  columns: readonly TableColumn[],
  options: EncodeOptions = {},
): Encoded {
  const { missing = "refuse", dropFirst = false } = options;
  if (missing !== "refuse" && missing !== "drop")
    throw new ArgumentError({
      caller: "encodeColumns",
      argument: "missing",
      expected: 'be "refuse" or "drop"',
      received: missing,
    });
  checkTable(columns);
  const rows = keptRows(columns, missing);
  const made: Made[] = [];
  const groups = columns.map((column, j) => {
    const these = isCategorical(column)
      ? levelsOf(column, rows, dropFirst)
      : [{ name: column.name, writeTo: numbersOf(column, j, rows) }];
    return these.map((one) => made.push(one) - 1);
  });
  const names = made.map(({ name }) => name);
  checkNames(names);
  if (made.length === 0) refuse("hold a column that varies", "categories of one level");
  const m = rows.length;
  const data = roomFor(m, made.length);
  made.forEach(({ writeTo }, j) => {
    writeTo(data.subarray(j * m, (j + 1) * m));
  });
  const X: FlatMatrix = { data, rows: m, columns: made.length, layout: "columns" };
  return { X, names, groups, rows, duplicates: duplicateColumns(X) };
}

/** A column of X to be. */
interface Made {
  readonly name: string;
  /** @param out zeros, one for each row that is kept */
  writeTo(out: Float64Array): void;
}

function refuse(expected: string, received: unknown): never {
  throw new ArgumentError({ caller: "encodeColumns", argument: "columns", expected, received });
}

function checkTable(columns: readonly TableColumn[]): void {
  if (columns.length === 0) refuse("hold at least one", "none");
  for (const { name, values } of columns)
    if (values.length !== columns[0].values.length)
      refuse(`have ${columns[0].values.length} values each`, `${values.length} in ${name}`);
  checkNames(columns.map(({ name }) => name));
}

function checkNames(names: readonly string[]): void {
  const taken = new Set<string>();
  for (const name of names) {
    if (taken.has(name)) refuse("have a name of their own", `${name} twice`);
    taken.add(name);
  }
}

function roomFor(rows: number, columns: number): Float64Array {
  try {
    return new Float64Array(rows * columns);
  } catch {
    return refuse("make a matrix that fits in memory", `${rows} × ${columns}`);
  }
}

type Value = TableColumn["values"][number];

function isMissing(value: Value): boolean {
  return value === null || value === undefined || value === "" || Number.isNaN(value);
}

function isCategorical({ values, categorical }: TableColumn): boolean {
  if (categorical !== undefined) return categorical;
  for (let i = 0; i < values.length; i++)
    if (!isMissing(values[i])) return typeof values[i] === "string";
  return false;
}

function keptRows(columns: readonly TableColumn[], missing: "refuse" | "drop"): Uint32Array {
  const lacks = new Uint8Array(columns[0].values.length);
  let first = { row: lacks.length, column: 0 };
  columns.forEach(({ values }, column) => {
    for (let row = 0; row < lacks.length; row++) {
      if (!isMissing(values[row])) continue;
      lacks[row] = 1;
      if (row < first.row) first = { row, column };
    }
  });
  if (missing === "refuse" && first.row < lacks.length) {
    const { name, values } = columns[first.column];
    throw new DataValueError({
      caller: "encodeColumns",
      argument: name,
      hold: "a value",
      ...first,
      received: values[first.row],
    });
  }
  const rows = Uint32Array.from(lacks.keys()).filter((row) => lacks[row] === 0);
  if (rows.length === 0) refuse("have a row without missing values", "none");
  return rows;
}

function numbersOf({ name, values }: TableColumn, column: number, rows: Uint32Array) {
  return (out: Float64Array) => {
    rows.forEach((row, at) => {
      const value = values[row];
      const number = typeof value === "boolean" ? Number(value) : value;
      if (!(typeof number === "number" && Number.isFinite(number)))
        throw new DataValueError({
          caller: "encodeColumns",
          argument: name,
          hold: "a finite number",
          row,
          column,
          received: value,
        });
      out[at] = number;
    });
  };
}

function levelsOf({ name, values }: TableColumn, rows: Uint32Array, dropFirst: boolean): Made[] {
  const rowsOf = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const text = String(values[row]);
    const own = rowsOf.get(text);
    if (own) own.push(at);
    else rowsOf.set(text, [at]);
  });
  const levels = [...rowsOf.keys()].sort();
  return levels.slice(dropFirst ? 1 : 0).map((level) => ({
    name: `${name}=${level}`,
    writeTo(out) {
      for (const at of rowsOf.get(level) ?? []) out[at] = 1;
    },
  }));
}
