import { violationsAt } from "./measure.ts";
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
 * @param w where the workspace was last evaluated
 * @param likely a smaller λ: then all that it pulls are taken
 */
export function workingSet(
  workspace: Workspace,
  terms: Terms,
  w: Float64Array,
  lambda: number,
  likely: number = lambda,
): WorkingSet {
  const { violations, last, chosen: pulled } = workspace;
  if (likely < lambda) return { list: terms.strong(w, last.gradient, likely), whole: true };
  violationsAt(workspace, terms, w, lambda);
  const chosen: number[] = [];
  let waiting = 0;
  for (let u = 0; u < terms.count; u++)
    if (!terms.isZero(u, w) || terms.isFree(u)) chosen.push(u);
    else if (violations[u] > 0) pulled[waiting++] = u;
  const room = Math.max(LEAST, terms.count >> 6, 2 * chosen.length) - chosen.length;
  const whole = waiting <= room;
  const least = whole ? 0 : furthest(pulled.subarray(0, waiting), violations, room);
  for (let k = 0, left = room; k < waiting && left > 0; k++) {
    if (violations[pulled[k]] < least) continue;
    chosen.push(pulled[k]);
    left--;
  }
  return { list: new Uint32Array(chosen).sort(), whole };
}

/** The violation of the one that so many at most are pulled as far as. */
function furthest(pulled: Uint32Array, violations: Float64Array, room: number): number {
  const sizes = new Float64Array(pulled.length);
  for (let k = 0; k < sizes.length; k++) sizes[k] = violations[pulled[k]];
  return sizes.sort()[sizes.length - room];
}
