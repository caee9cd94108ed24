import { type Exchange, exchangeAt } from "./exchange.ts";
import { grown } from "./forward.ts";
import type { Landscape, Minimum } from "./landscape.ts";
import { sameColumns, withColumns } from "./with-columns.ts";

/** Where exchanges only say what f is near to, so many are tried. */
const TRIES = 5;
/** So many more columns come in before as many leave. */
const MOST_BACK = 4;

/**
 * Makes a choice of at most s columns better until no exchange lowers f:
 *
 * 1. while there is room, the column comes that gains most;
 * 2. the best exchange of one column for one;
 * 3. splicing: the k that f needs least leave for the k that gain most, k = 2, 4, 8, … up to s; or for those that gain
 *    most one after the other; or k more come first, and then those leave that f needs least, one after the other.
 *
 * Of equal ones those of lower index.
 *
 * @param known a choice that nothing makes better
 *
 * Source: steps 1 and 3 after Zhu, Wen, Zhu, Zhang & Wang (2020), who begin with k = s and halve it.
 */
export function localSearch(
  landscape: Landscape,
  start: Minimum,
  s: number,
  known?: Minimum,
): Minimum {
  let best = grown(landscape, start, s);
  for (;;) {
    if (known && sameColumns(best.chosen, known.chosen)) return known;
    const exchange = exchangeAt(landscape, best);
    const better = swapped(landscape, best, exchange) ?? spliced(landscape, best, exchange, s);
    if (!better) return best;
    best = grown(landscape, better, s);
  }
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
  const incoming = largest(candidates, gains(), s);
  for (let k = 2; k <= order.length; k *= 2) {
    const leave = new Set(order.slice(0, k).map((i) => at.chosen[i]));
    const rest = at.chosen.filter((j) => !leave.has(j));
    const joint = landscape.minimum(withColumns(rest, incoming.slice(0, k)), at);
    if (joint.loss < at.loss - tie) return joint;
    const regrown = grown(landscape, landscape.minimum(rest, at), s);
    if (regrown.loss < at.loss - tie) return regrown;
    if (k > MOST_BACK) continue;
    const back = shrunk(landscape, grown(landscape, at, s + k), s);
    if (back.loss < at.loss - tie) return back;
  }
  return undefined;
}

/** Takes out columns one after the other, each time the one that f needs least. */
function shrunk(landscape: Landscape, start: Minimum, s: number): Minimum {
  let best = start;
  while (best.chosen.length > s) {
    const { losses } = exchangeAt(landscape, best);
    const least = losses.indexOf(Math.min(...losses));
    best = landscape.minimum(
      best.chosen.filter((_, i) => i !== least),
      best,
    );
  }
  return best;
}

/** Which of some have the largest values above 0, the largest first; the lower index of equals. */
function largest(indices: Uint32Array, values: Float64Array, count: number): number[] {
  return Array.from(indices.filter((j) => values[j] > 0))
    .sort((a, b) => values[b] - values[a] || a - b)
    .slice(0, count);
}
