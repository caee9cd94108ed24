import { basename } from "node:path";
import { readText } from "../read-text.ts";
import { UsageError } from "../usage-error.ts";

/** What a truth is for. */
export interface TruthOf {
  /** How many weights there are. */
  readonly dimension: number;
  /** The data file; of a list of truths the one with this `file` is meant. Default: not known. */
  readonly data?: string | undefined;
}

/**
 * The weights behind data, in the units of the data: from what `simulate --truth` writes, any JSON with a
 * list `wStar`, a plain list of numbers, or a list of such, of which one fits.
 *
 * @throws UsageError if there are none, several that fit, or they are of another length, not finite or all 0
 */
export async function readTruth(path: string, of: TruthOf): Promise<Float64Array> {
  const says = (reason: string, cause?: unknown) =>
    new UsageError(`--truth ${path}: ${reason}`, { cause });
  let json: unknown;
  try {
    json = JSON.parse(await readText(path));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw says("is not JSON", cause);
  }
  const list = weightsIn(json, of, says);
  if (list.length !== of.dimension)
    throw says(`expected ${of.dimension} weights, received ${list.length}`);
  const bad = list.findIndex((weight) => typeof weight !== "number" || !Number.isFinite(weight));
  if (bad >= 0)
    throw says(`weight ${bad} must be a finite number, received ${JSON.stringify(list[bad])}`);
  if (list.every((weight) => weight === 0)) throw says("all weights are 0: they have no direction");
  return Float64Array.from(list as number[]);
}

type Says = (reason: string) => UsageError;

function weightsIn(json: unknown, of: TruthOf, says: Says): readonly unknown[] {
  const own = weightsOf(json);
  if (own) return own;
  if (!Array.isArray(json)) throw says("holds no list wStar of weights");
  const entries = json.filter((entry) => weightsOf(entry) !== undefined);
  if (entries.length === 0) throw says("holds no list wStar of weights");
  const file = of.data === undefined ? undefined : basename(of.data);
  const named = entries.filter((entry) => file !== undefined && entry.file === file);
  const fitting = entries.filter((entry) => weightsOf(entry)?.length === of.dimension);
  const chosen = named.length > 0 ? named : entries.length === 1 ? entries : fitting;
  if (chosen.length === 1) return weightsOf(chosen[0]) ?? [];
  throw says(
    `holds ${entries.length} truths, of which ${chosen.length} have ${of.dimension} weights; expected one`,
  );
}

/** `wStar` of an object, or a list of something other than objects. */
function weightsOf(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json.some(isObject) ? undefined : json;
  const { wStar } = isObject(json) ? json : {};
  return Array.isArray(wStar) ? wStar : undefined;
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null;
}
