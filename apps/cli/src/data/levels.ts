import { UsageError } from "../usage-error.ts";
import { decimal } from "./decimal.ts";

/** More different values than this are no categories, but a name for each row. */
const MOST = 2 ** 20;

/** Gives each text a code, and in the end the codes of the sorted texts. */
export class Levels {
  readonly #codes = new Map<string, number>();

  /** The code of a text until {@link settle}, in the order of first appearance. */
  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    if (code === MOST) throw new UsageError(`more than ${MOST} different values are no categories`);
    this.#codes.set(text, code);
    return code;
  }

  /**
   * Turns codes into indices of the levels, which are the texts that occur: in the order of their numbers
   * if all are numbers, else in that of their characters.
   *
   * @param column every stride-th of its numbers is a code, from `offset` on; written over
   */
  settle(column: Float64Array, offset = 0, stride = 1): readonly string[] {
    const texts = [...this.#codes.keys()];
    const occurs = new Uint8Array(texts.length);
    for (let i = offset; i < column.length; i += stride) occurs[column[i]] = 1;
    const levels = sorted(texts.filter((_, code) => occurs[code] === 1));
    const index = new Map(levels.map((level, i) => [level, i]));
    const indices = texts.map((text) => index.get(text) ?? 0);
    for (let i = offset; i < column.length; i += stride) column[i] = indices[column[i]];
    return levels;
  }
}

function sorted(texts: string[]): string[] {
  const ascending = texts.sort(); // by UTF-16 code units: the same everywhere
  const numbers = new Map(ascending.map((text) => [text, decimal(text)]));
  const number = (text: string) => numbers.get(text) ?? Number.NaN;
  return [...numbers.values()].every(Number.isFinite)
    ? ascending.sort((a, b) => number(a) - number(b))
    : ascending;
}
