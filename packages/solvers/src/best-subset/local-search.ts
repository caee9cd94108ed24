import { type Exchange, exchangeAt } from "./exchange.ts";
import type { Landscape, Minimum } from "./landscape.ts";

/** Where exchanges only say what f is near to, so many are tried. */
const TRIES = 5;

/**
 * Makes a choice of at most s columns better until no exchange lowers f:
 *
 * 1. while there is room, the column comes that gains most;
 * 2. the best exchange of one column for one;
 * 3. splicing: the k that f needs least leave for the k that gain most, k = 2, 4, 8, … up to s; or for those that gain
 *    most one after the other.
 *
 * Of equal ones those of lower index.
 *
 * Source: steps 1 and 3 after Zhu, Wen, Zhu, Zhang & Wang (2020), who begin with k = s and halve it.
 */
export function localSearch(landscape: Landscape, start: Minimum, s: number): Minimum {
  let best = grown(landscape, start, s);
  for (;;) {
    const exchange = exchangeAt(landscape, best);
    const better = swapped(landscape, best, exchange) ?? spliced(landscape, best, exchange, s);
    if (!better) return best;
    best = grown(landscape, better, s);
  }
}

/** Step 1. */
export function grown(landscape: Landscape, start: Minimum, s: number): Minimum {
  let best = start;
  while (best.chosen.length < s) {
    const { gains } = exchangeAt(landscape, best);
    const [j] = largest(landscape.candidates, gains, 1);
    if (j === undefined || !(gains[j] > landscape.tie)) break;
    const next = landscape.minimum(withColumns(best.chosen, [j]), best);
    if (!(next.loss < best.loss)) break;
    best = next;
  }
  return best;
}

/** Step 2. */
function swapped(landscape: Landscape, at: Minimum, { swap }: Exchange): Minimum | undefined {
  const { candidates, tie, quadratic } = landscape;
  const inside = new Set(at.chosen);
  const found: { out: number; in: number; gain: number }[] = [];
  at.chosen.forEach((out, i) => {
    let best = { out, in: -1, gain: tie };
    for (const j of candidates) {
      if (inside.has(j)) continue;
      const gain = swap(i, j);
      if (gain > best.gain) best = { out, in: j, gain };
    }
    if (best.in >= 0) found.push(best);
  });
  found.sort((a, b) => b.gain - a.gain);
  for (const pair of found.slice(0, quadratic ? 1 : TRIES)) {
    const rest = at.chosen.filter((j) => j !== pair.out);
    const next = landscape.minimum(withColumns(rest, [pair.in]), at);
    if (next.loss < at.loss - tie) return next;
  }
  return undefined;
}

/** Step 3. */
function spliced(
  landscape: Landscape,
  at: Minimum,
  { losses, gains }: Exchange,
  s: number,
): Minimum | undefined {
  const { candidates, tie } = landscape;
  const order = Array.from(at.chosen.keys()).sort((a, b) => losses[a] - losses[b]);
  const incoming = largest(candidates, gains, s);
  for (let k = 2; k <= order.length; k *= 2) {
    const leave = new Set(order.slice(0, k).map((i) => at.chosen[i]));
    const rest = at.chosen.filter((j) => !leave.has(j));
    const joint = landscape.minimum(withColumns(rest, incoming.slice(0, k)), at);
    if (joint.loss < at.loss - tie) return joint;
    const one = grown(landscape, landscape.minimum(rest, at), s);
    if (one.loss < at.loss - tie) return one;
  }
  return undefined;
}

/** Which of some have the largest values above 0, the largest first; the lower index of equals. */
function largest(indices: Uint32Array, values: Float64Array, count: number): number[] {
  if (count === 1) {
    let best = -1;
    for (const j of indices) if (values[j] > (best < 0 ? 0 : values[best])) best = j;
    return best < 0 ? [] : [best];
  }
  return Array.from(indices.filter((j) => values[j] > 0))
    .sort((a, b) => values[b] - values[a] || a - b)
    .slice(0, count);
}

/** Ascending. */
export function withColumns(chosen: Uint32Array, more: readonly number[]): Uint32Array {
  return Uint32Array.from([...chosen, ...more]).sort();
}

/** The same minimum with columns of lower index, where one can stand for another. */
export function lowered(landscape: Landscape, start: Minimum): Minimum {
  const { candidates, tie } = landscape;
  let best = start;
  for (;;) {
    const next = lowerOne(best);
    if (!next) return best;
    best = next;
  }

  function lowerOne(at: Minimum): Minimum | undefined {
    const { swap } = exchangeAt(landscape, at);
    const inside = new Set(at.chosen);
    for (const [i, out] of at.chosen.entries())
      for (const j of candidates) {
        if (j >= out) break;
        if (inside.has(j) || !(swap(i, j) >= -tie)) continue;
        const rest = at.chosen.filter((other) => other !== out);
        const next = landscape.minimum(withColumns(rest, [j]), at);
        if (next.chosen.length === at.chosen.length && next.loss <= start.loss + tie) return next;
      }
    return undefined;
  }
}
