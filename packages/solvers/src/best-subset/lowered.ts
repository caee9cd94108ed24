import { exchangeAt } from "./exchange.ts";
import type { Landscape, Minimum } from "./landscape.ts";
import { withColumns } from "./with-columns.ts";

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
