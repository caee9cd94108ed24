import { UsageError } from "../usage-error.ts";
import type { LoadedPenalty } from "./load-penalty.ts";

/**
 * Refuses a penalty that could not be used at all on vectors of length d, before it spoils a run. Whether
 * its prox is right is another question.
 */
export function checkUsable({ penalty, module }: LoadedPenalty, d: number): void {
  const v = Float64Array.from({ length: d }, (_, i) => (i % 3) - 0.5);
  const before = v.slice();
  try {
    const prox = penalty.prox(v, 0.1);
    if (!(prox instanceof Float64Array) || prox.length !== d)
      throw new Error("prox must return a Float64Array of the length of its input");
    if (!same(v, before)) throw new Error("prox must not change its input");
    const apart = new Float64Array(d);
    const inPlace = v.slice();
    for (const [input, out] of [
      [v, apart],
      [inPlace, inPlace],
    ])
      if (penalty.prox(input, 0.1, out) !== out || !same(out, prox))
        throw new Error("prox(v, t, out) must write to out, which may be v, and return it");
    if (typeof penalty.value(v) !== "number") throw new Error("value must return a number");
    if (typeof penalty.traits?.convex !== "boolean") throw new Error("traits are missing");
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new UsageError(`--penalty ${module}: does not work: ${reason}`, { cause: error });
  }
}

function same(a: Float64Array, b: Float64Array): boolean {
  return a.every((x, i) => Object.is(x, b[i]));
}
