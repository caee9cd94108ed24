import type { Readable } from "node:stream";
import { UsageError } from "../usage-error.ts";
import { isMissing } from "./cells.ts";
import { turn } from "./compressed.ts";
import { decimal } from "./decimal.ts";
import { Growing } from "./growing.ts";
import { Levels } from "./levels.ts";
import { lines } from "./lines.ts";
import { MOST_COLUMNS } from "./numbered.ts";
import type { ReadRequest } from "./read-request.ts";
import { type BadCell, refusal } from "./refusal.ts";
import { sparseTable } from "./sparse-intake.ts";
import type { ColumnKind, SparseTable } from "./table.ts";

/** What the label is called: the default of --target. */
const LABEL = "y";

/**
 * Reads lines of `label index:value … # comment`, where what is not named is 0 and indices ascend. The label
 * is the column y, and index i the column of that name: from "1" on, or from "0" if an index is 0. A second
 * word `qid:…` is passed over.
 *
 * @see https://www.csie.ntu.edu.tw/~cjlin/libsvmtools/datasets/
 */
export async function readLibsvm(input: Readable, request: ReadRequest): Promise<SparseTable> {
  const { source } = request;
  const rows = new LibsvmRows(request);
  let line = 0;
  for await (const some of lines(input, source))
    for (const text of some) {
      line++;
      const words = (line === 1 ? text.replace(/^\ufeff/, "") : text).split("#", 1)[0].trim();
      if (words !== "") rows.add(words.split(/\s+/), line);
    }
  return rows.finish();
}

/** Gathers rows; column 0 is the label, and column i + 1 has index i. */
class LibsvmRows {
  readonly #request: ReadRequest;
  readonly #starts: Growing<Uint32Array>;
  readonly #columns: Growing<Uint32Array>;
  readonly #values: Growing<Float64Array>;
  readonly #labels = new Levels();
  readonly #kinds: (ColumnKind | "unwanted")[] = [];
  #largest = 0;
  #hasZero = false;

  constructor(request: ReadRequest) {
    this.#request = request;
    this.#starts = new Growing(Uint32Array, request);
    this.#columns = new Growing(Uint32Array, request);
    this.#values = new Growing(Float64Array, request);
    this.#starts.push(0);
  }

  add(words: readonly string[], line: number): void {
    const place = `${this.#request.source}:${line}`;
    this.#push(0, this.#label(words[0], place));
    let last = -1;
    for (let n = words[1]?.startsWith("qid:") ? 2 : 1; n < words.length; n++) {
      const word = words[n];
      const colon = word.indexOf(":");
      const index = /^\d+:/.test(word) ? Number(word.slice(0, colon)) : Number.NaN;
      if (!(index <= MOST_COLUMNS))
        throw new UsageError(
          `${place}: expected index:value with an index up to ${MOST_COLUMNS}, received ${JSON.stringify(word.slice(0, 60))}`,
        );
      if (index <= last)
        throw new UsageError(`${place}: indices must ascend, received ${index} after ${last}`);
      last = index;
      this.#push(index + 1, this.#feature(index, word.slice(colon + 1), place));
    }
    this.#largest = Math.max(this.#largest, last);
    this.#starts.push(this.#columns.length);
  }

  /** @throws UsageError if there is no row */
  finish(): SparseTable {
    const { source } = this.#request;
    const rows = this.#starts.length - 1;
    if (rows === 0)
      throw new UsageError(`${source}: is empty; expected lines of a label and index:value pairs`);
    const byRows = {
      starts: this.#starts.values(),
      indices: this.#columns.values(),
      values: this.#values.values(),
    };
    const entries = turn(byRows, this.#largest + 2);
    const names = Array.from({ length: this.#largest }, (_, i) => String(i + 1));
    const columns = this.#hasZero ? [LABEL, "0", ...names] : [LABEL, ...names];
    const starts = this.#hasZero ? entries.starts : withoutSecond(entries.starts);
    const raw = {
      columns,
      rows,
      entries: { ...entries, starts },
      place: (_: number, j: number) => `${source}: column ${columns[j]}`,
      openEnded: true,
      levels: new Map([[LABEL, this.#labels]]),
    };
    return sparseTable(raw, this.#request);
  }

  #push(column: number, value: number): void {
    if (value === 0) return;
    this.#columns.push(column);
    this.#values.push(value);
  }

  #label(word: string, place: string): number {
    const kind = this.#request.wanted(LABEL);
    if (kind === undefined) return 0;
    const number = decimal(word);
    if (kind === "number") return this.#checked(number, { place, name: LABEL, kind, cell: word });
    if (isMissing(word)) return this.#checked(Number.NaN, { place, name: LABEL, kind, cell: word });
    return this.#labels.code(Number.isFinite(number) ? String(number) : word); // +1 is 1
  }

  #feature(index: number, word: string, place: string): number {
    if (index === 0) this.#hasZero = true;
    this.#kinds[index] ??= this.#request.wanted(String(index)) ?? "unwanted";
    const kind = this.#kinds[index];
    if (kind === "unwanted") return 0;
    return this.#checked(decimal(word), { place, name: String(index), kind: "number", cell: word });
  }

  /** The number itself, or NaN for one that is missing and whose row may go. */
  #checked(value: number, bad: BadCell): number {
    const { missing, advice } = this.#request;
    if (Number.isFinite(value)) return value;
    if (missing === "drop" && isMissing(bad.cell)) return Number.NaN;
    throw refusal({ ...bad, place: `${bad.place}: column ${bad.name}` }, advice);
  }
}

/** The starts of columns without the second, which is empty. */
function withoutSecond(starts: Uint32Array): Uint32Array {
  const rest = starts.slice(1);
  rest[0] = 0;
  return rest;
}
