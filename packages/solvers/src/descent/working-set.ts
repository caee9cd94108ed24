import type { Terms } from "./terms.ts";

/** A working set has at least this many terms, if so many are not at rest. */
const LEAST = 10;

/**
 * The terms that a step works on, ascending: all that are not 0 or are free, and of those that are 0 the ones that are
 * pulled furthest, until it has twice as many as are not 0.
 */
export function workingSet(
  terms: Terms,
  w: Float64Array,
  gradient: Float64Array,
  lambda: number,
): Uint32Array {
  const chosen: number[] = [];
  const pulled: number[] = [];
  const pulls: number[] = [];
  for (let u = 0; u < terms.count; u++) {
    if (!terms.isZero(u, w) || terms.isFree(u)) {
      chosen.push(u);
      continue;
    }
    const violation = terms.violation(u, w, gradient, lambda);
    if (violation > 0) {
      pulled.push(u);
      pulls.push(violation);
    }
  }
  const room = Math.max(LEAST, 2 * chosen.length) - chosen.length;
  if (pulled.length <= room) chosen.push(...pulled);
  else {
    const least = Float64Array.from(pulls).sort()[pulls.length - room];
    let left = room;
    for (let k = 0; k < pulled.length && left > 0; k++)
      if (pulls[k] >= least) {
        chosen.push(pulled[k]);
        left--;
      }
  }
  return Uint32Array.from(chosen).sort();
}
