import type { BestBySize } from "./best-by-size.ts";
import type { Budget } from "./budget.ts";
import { exchangeAt } from "./exchange.ts";
import type { Landscape, Minimum } from "./landscape.ts";

/**
 * Branch and bound over all subsets for any convex loss, in the order of `leaps`: a child drops one of the free columns and
 * takes in those before it, and no subset of a set has a lower minimum than the set.
 */
export function dropTree(landscape: Landscape, best: BestBySize, budget: Budget): void {
  const all = landscape.minimum(landscape.candidates);
  visit(0, Array.from(landscape.candidates), all);

  /** @param columns of which the first k are taken in */
  function visit(k: number, columns: readonly number[], at: Minimum): void {
    budget.spend();
    best.offer(at.chosen.length, at.loss, () => at.chosen);
    if (!best.isOpen(at.loss, k, columns.length - 1)) return;
    const { losses } = exchangeAt(landscape, at);
    const cost = (j: number) => {
      const i = at.chosen.indexOf(j);
      return i < 0 ? 0 : losses[i];
    };
    const free = columns.slice(k).sort((a, b) => cost(b) - cost(a) || a - b);
    const ordered = [...columns.slice(0, k), ...free];
    for (let drop = ordered.length - 1; drop >= k; drop--) {
      const most = ordered.length - 1;
      if (!best.isOpen(at.loss, drop, most)) continue;
      if (budget.isSpent()) {
        best.leave(at.loss, drop, most);
        continue;
      }
      const left = ordered.filter((_, i) => i !== drop);
      const child = landscape.minimum(Uint32Array.from(left).sort(), at);
      visit(drop, left, child);
    }
  }
}
