import { ArgumentError, DataValueError, type FlatMatrix } from "@proxkit/core";

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
  /** Which columns of X each given column became: for `group`, so that a category is kept or dropped as a whole. */
  readonly groups: readonly (readonly number[])[];
  /** Which rows were kept, ascending. */
  readonly rows: Uint32Array;
  /** Columns that are the same as one before: [column, the one before]. */
  readonly duplicates: readonly (readonly [number, number])[];
}

/**
 * Columns of numbers and names as a matrix: a category becomes a column of 0 and 1 for each of its levels, sorted.
 *
 * @throws ArgumentError if there is no column, lengths differ, a name comes twice, or no row is left
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
 * console.log(X.data); // Float64Array(9) [ 30, 40, 50, 0, 1, 0, 1, 0, 1 ]
 * ```
 */
export function encodeColumns(
  columns: readonly TableColumn[],
  options: EncodeOptions = {},
): Encoded {
  const { missing = "refuse", dropFirst = false } = options;
  checkTable(columns);
  const rows = keptRows(columns, missing);
  const data: Float64Array[] = [];
  const names: string[] = [];
  const groups = columns.map((column, j) => {
    const made = isCategorical(column)
      ? levelsOf(column, rows, dropFirst)
      : [{ name: column.name, values: numbersOf(column, j, rows) }];
    return made.map(({ name, values }) => {
      names.push(name);
      return data.push(values) - 1;
    });
  });
  const taken = new Set<string>();
  const twice = names.find((name) => taken.size === taken.add(name).size);
  if (twice !== undefined) refuse("make columns with names of their own", `${twice} twice`);
  if (data.length === 0) refuse("hold a column that varies", "categories of one level");
  const m = rows.length;
  const flat = new Float64Array(m * data.length);
  data.forEach((values, j) => {
    flat.set(values, j * m);
  });
  const X: FlatMatrix = { data: flat, rows: m, columns: data.length, layout: "columns" };
  return { X, names, groups, rows, duplicates: duplicatesAmong(data) };
}

function refuse(expected: string, received: unknown): never {
  throw new ArgumentError({ caller: "encodeColumns", argument: "columns", expected, received });
}

function checkTable(columns: readonly TableColumn[]): void {
  if (columns.length === 0) refuse("hold at least one", "none");
  const taken = new Set<string>();
  for (const { name, values } of columns) {
    if (values.length !== columns[0].values.length)
      refuse(`have ${columns[0].values.length} values each`, `${values.length} in ${name}`);
    if (taken.has(name)) refuse("have a name of their own", `${name} twice`);
    taken.add(name);
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
  const rows: number[] = [];
  for (let i = 0; i < columns[0].values.length; i++) {
    const at = columns.findIndex(({ values }) => isMissing(values[i]));
    if (at < 0) rows.push(i);
    else if (missing === "refuse")
      throw new DataValueError({
        caller: "encodeColumns",
        argument: columns[at].name,
        hold: "a value",
        row: i,
        column: at,
        received: columns[at].values[i],
      });
  }
  if (rows.length === 0) refuse("have a row without missing values", "none");
  return Uint32Array.from(rows);
}

function numbersOf({ name, values }: TableColumn, column: number, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => {
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
    return number;
  });
}

function levelsOf({ name, values }: TableColumn, rows: Uint32Array, dropFirst: boolean) {
  const texts = Array.from(rows, (row) => String(values[row]));
  const levels = [...new Set(texts)].sort();
  return levels.slice(dropFirst ? 1 : 0).map((level) => ({
    name: `${name}=${level}`,
    values: Float64Array.from(texts, (text) => +(text === level)),
  }));
}

function duplicatesAmong(columns: readonly Float64Array[]): [number, number][] {
  const seen = new Map<string, number[]>();
  const found: [number, number][] = [];
  columns.forEach((values, j) => {
    const key = `${values[0]} ${values.reduce((sum, x, i) => sum + x * ((i % 7) + 1), 0)}`;
    const alike = seen.get(key) ?? [];
    const first = alike.find((other) => columns[other].every((x, i) => x === values[i]));
    if (first === undefined) seen.set(key, [...alike, j]);
    else found.push([j, first]);
  });
  return found;
}
