import type { Penalty } from "@proxkit/penalty";
import { UsageError } from "../usage-error.ts";
import type { LoadedPenalty } from "./load-penalty.ts";

/** How long the vectors are that are tried. */
const LONGEST = 64;

/**
 * The least length of vectors that a penalty takes: 1 for most, but groups or weights may ask for more.
 *
 * @param wanted the only length to try; default: from 1 to 64
 * @throws UsageError if it takes none of them
 */
export function leastLength({ penalty, module }: LoadedPenalty, wanted?: number): number {
  const first = wanted ?? 1;
  const reason = refusal(penalty, first);
  if (reason === undefined) return first;
  for (let d = 2; d <= LONGEST && wanted === undefined; d++)
    if (refusal(penalty, d) === undefined) return d;
  throw new UsageError(`penalty ${module}: does not work: ${reason}`);
}

/** Why vectors of a length cannot be used, if they cannot. */
function refusal(penalty: Penalty, d: number): string | undefined {
  try {
    const v = Float64Array.from({ length: d }, (_, i) => (i % 3) - 0.5);
    if (typeof penalty.traits?.convex !== "boolean") return "traits are missing";
    const prox: unknown = penalty.prox(v.slice(), 0.1);
    if (!(prox instanceof Float64Array)) return "prox must return a Float64Array";
    if (prox.length !== d) return `prox must return ${d} entries, returned ${prox.length}`;
    if (typeof penalty.value(v) !== "number") return "value must return a number";
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
