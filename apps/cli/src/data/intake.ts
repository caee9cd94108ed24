import { UsageError } from "../usage-error.ts";
import { isMissing, levelIn, numberIn } from "./cells.ts";
import { Growing } from "./growing.ts";
import { Levels } from "./levels.ts";
import type { ReadRequest } from "./read-request.ts";
import { refusal } from "./refusal.ts";
import { checkRoom } from "./room.ts";
import type { ColumnKind, DenseTable } from "./table.ts";

/** A column that is asked for. */
export interface UsedColumn {
  readonly name: string;
  /** Which of the file's columns it is. */
  readonly index: number;
  readonly kind: ColumnKind;
  readonly levels: Levels;
}

/** The cells of one column: `cells[offset + stride · row]`. */
export interface ColumnOfCells {
  readonly cells: ArrayLike<unknown>;
  readonly offset: number;
  readonly stride: number;
}

/** Where a cell is, in words that end in its column: "d.csv:3:2: column b". */
export type Place = (row: number, column: number) => string;

/** So many rows at a time, so that a row is still in the cache when its next column comes. */
const BLOCK = 64;

/** Takes the cells of a file of any format in, and makes a table of those that are asked for. */
export class Intake {
  readonly used: readonly UsedColumn[];
  readonly #columns: readonly string[];
  readonly #request: ReadRequest;
  readonly #place: Place;
  readonly #numbers: Growing<Float64Array>;
  #rows = 0;
  /** Whether a row has a gap, and is to go. */
  #gaps = false;

  /**
   * @param columns the names of all columns
   * @param place is given the row as {@link Intake.addRow} was, or counted from 0, and the column's index
   * @throws UsageError if a name is there twice
   */
  constructor(columns: readonly string[], request: ReadRequest, place: Place) {
    checkNames(columns, request.source);
    this.#columns = columns;
    this.#request = request;
    this.#place = place;
    this.#numbers = new Growing(Float64Array, request);
    this.used = columns.flatMap((name, index) => {
      const kind = request.wanted(name);
      return kind ? [{ name, index, kind, levels: new Levels() }] : [];
    });
  }

  /** Makes room for a table of so many rows. */
  reserve(rows: number): void {
    const { source, room } = this.#request;
    const width = this.used.length;
    checkRoom(source, `${rows} × ${width} numbers`, 8 * rows * width, room);
    this.#numbers.reserve(rows * width);
  }

  /**
   * Takes one row in.
   *
   * @param cells of all columns
   * @param row names it in messages
   */
  addRow(cells: readonly unknown[], row: number): void {
    for (const column of this.used)
      this.#numbers.push(this.#read(column, cells[column.index], row));
    this.#rows++;
  }

  /**
   * Takes several rows in.
   *
   * @param columns of the columns that are asked for, in their order
   */
  addColumns(columns: readonly ColumnOfCells[], rows: number): void {
    const width = this.used.length;
    const numbers = this.#numbers.extend(rows * width);
    for (let from = 0; from < rows; from += BLOCK) {
      const to = Math.min(from + BLOCK, rows);
      for (let j = 0; j < width; j++) {
        const column = this.used[j];
        const { cells, offset, stride } = columns[j];
        const plain = column.kind === "number";
        for (let i = from; i < to; i++) {
          const cell = cells[offset + i * stride];
          numbers[i * width + j] =
            plain && Number.isFinite(cell)
              ? (cell as number)
              : this.#read(column, cell, this.#rows + i);
        }
      }
    }
    this.#rows += rows;
  }

  /** @throws UsageError if no row is left */
  finish(): DenseTable {
    const { source } = this.#request;
    const width = this.used.length;
    const read = this.#numbers.values();
    const values = this.#gaps ? withoutGaps(read, width) : read;
    const rows = width === 0 ? this.#rows : values.length / width;
    if (rows === 0) throw new UsageError(`${source}: misses a value in every row`);
    const categories = new Map<string, readonly string[]>();
    this.used.forEach(({ name, kind, levels }, j) => {
      if (kind === "category") categories.set(name, levels.settle(values, j, width));
    });
    const places = new Map(this.used.map(({ name }, place) => [name, place]));
    const columns = this.#columns;
    const dropped = this.#rows - rows;
    return { kind: "dense", source, columns, rows, places, values, categories, dropped };
  }

  /** The number of a cell: itself, or the code of its level; NaN if it is missing and its row may go. */
  #read(column: UsedColumn, cell: unknown, row: number): number {
    const { name, index, kind, levels } = column;
    if (kind === "number") {
      const value = numberIn(cell);
      if (Number.isFinite(value)) return value;
    }
    const missing = isMissing(cell);
    if (missing && this.#request.missing === "drop") {
      this.#gaps = true;
      return Number.NaN;
    }
    const level = kind === "category" && !missing ? levelIn(cell) : undefined;
    if (level === undefined)
      throw refusal({ place: this.#place(row, index), name, kind, cell }, this.#request.advice);
    try {
      return levels.code(level);
    } catch (cause) {
      throw new UsageError(`${this.#place(row, index)}: ${(cause as Error).message}`, { cause });
    }
  }
}

function checkNames(names: readonly string[], source: string): void {
  const known = new Set<string>();
  for (const name of names) {
    if (known.has(name)) throw new UsageError(`${source}: has two columns ${name}`);
    known.add(name);
  }
}

/** The rows without NaN, moved together. */
function withoutGaps(values: Float64Array, width: number): Float64Array {
  let to = 0;
  for (let from = 0; from < values.length; from += width) {
    const row = values.subarray(from, from + width);
    if (row.some(Number.isNaN)) continue;
    if (to < from) values.copyWithin(to, from, from + width);
    to += width;
  }
  return values.subarray(0, to);
}
