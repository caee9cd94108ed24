import type { Json } from "@proxkit/penalty";
import { decimal } from "../data/decimal.ts";
import { UsageError } from "../usage-error.ts";

/** How the user names a penalty: a name, module or path, and options. */
export interface PenaltySpec {
  readonly module: string;
  readonly options: Readonly<Record<string, Json | Inner>>;
}

/** A penalty within a penalty, as in `group:size=3,radial=(tl1:a=0.5)`. */
export class Inner {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const OPTIONS = /^(.+?):([A-Za-z_][\w-]*=.*)$/;

/**
 * Reads `tl1`, `tl1:a=1`, `./my-penalty.ts:a=1,b=[2,3]`, `C:\mine.ts:a=1`. What follows the colon must look
 * like options, so that a drive's colon is not taken for one.
 */
export function parseSpec(text: string, from = "--penalty"): PenaltySpec {
  const [, module = text, list = ""] = text.match(OPTIONS) ?? [];
  if (module.trim() === "") throw new UsageError(`${from}: expected a name, received "${text}"`);
  if (/:$/.test(module) || (!list && /^[\w-]+:/.test(module) && !/^[A-Za-z]:[\\/]/.test(module)))
    throw new UsageError(`${from} ${text}: expected options as in tl1:a=1 after the colon`);
  const options = new Map<string, Json | Inner>();
  for (const pair of pairsOf(list)) {
    const [, name, value] = pair.match(/^([\w-]+)=(.+)$/) ?? [];
    if (!name) throw new UsageError(`${from} ${text}: expected name=value, received "${pair}"`);
    if (options.has(name)) throw new UsageError(`${from} ${text}: ${name} is given twice`);
    options.set(name, toValue(value, `${from} ${text}`));
  }
  return { module, options: Object.fromEntries(options) };
}

/** The text cut at its commas, but for those within brackets. */
function pairsOf(list: string): string[] {
  const pairs: string[] = [];
  let depth = 0;
  for (const part of list === "" ? [] : list.split(",")) {
    if (depth > 0) pairs[pairs.length - 1] += `,${part}`;
    else pairs.push(part);
    for (const bracket of part.match(/[()[\]{}]/g) ?? []) depth += /[([{]/.test(bracket) ? 1 : -1;
  }
  return pairs;
}

function toValue(text: string, whose: string): Json | Inner {
  if (/^\(.*\)$/.test(text)) return new Inner(text.slice(1, -1));
  if (/^[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new UsageError(`${whose}: expected JSON, received "${text}"`, { cause });
    }
  }
  if (text === "null") return null;
  if (text === "true" || text === "false") return text === "true";
  const number = /^[+-]?Infinity$/.test(text) ? Number(text) : decimal(text); // a bound may be infinite
  return Number.isNaN(number) ? text : number;
}
