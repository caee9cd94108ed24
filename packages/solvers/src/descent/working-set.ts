import type { Terms } from "./terms.ts";
import type { Workspace } from "./workspace.ts";

/** A working set has room for at least this many terms, and for one in 64: sweeps over so few cost less than a look at all. */
const LEAST = 10;

export interface WorkingSet {
  /** The terms, ascending. */
  readonly list: Uint32Array;
  /** Whether every term that is not at rest is among them. */
  readonly whole: boolean;
}

/**
 * The terms that a step works on: all that are not 0 or are free, and of those that are 0 the ones that are
 * pulled furthest, until it has twice as many as are not 0.
 *
 * @param likely a smaller λ: then all that it pulls are taken
 */
export function workingSet(
  { violations }: Workspace,
  terms: Terms,
  w: Float64Array,
  gradient: Float64Array,
  lambda: number,
  likely: number = lambda,
): WorkingSet {
  if (likely < lambda) return { list: terms.strong(w, gradient, likely), whole: true };
  terms.violations(w, gradient, lambda, violations);
  const chosen: number[] = [];
  const pulled: number[] = [];
  for (let u = 0; u < terms.count; u++)
    if (!terms.isZero(u, w) || terms.isFree(u)) chosen.push(u);
    else if (violations[u] > 0) pulled.push(u);
  const room = Math.max(LEAST, terms.count >> 6, 2 * chosen.length) - chosen.length;
  const whole = pulled.length <= room;
  if (whole) for (const u of pulled) chosen.push(u);
  else {
    const least = Float64Array.from(pulled, (u) => violations[u]).sort()[pulled.length - room];
    let left = room;
    for (let k = 0; k < pulled.length && left > 0; k++)
      if (violations[pulled[k]] >= least) {
        chosen.push(pulled[k]);
        left--;
      }
  }
  return { list: new Uint32Array(chosen).sort(), whole };
}
