import { type BestBySize, bestBySize } from "./best-by-size.ts";
import type { Budget } from "./budget.ts";
import { dropTree } from "./drop-tree.ts";
import type { Landscape, Minimum } from "./landscape.ts";
import { leaps } from "./leaps.ts";
import type { SubsetProblem } from "./subset-problem.ts";
import { leftBy, triangleOf } from "./triangle.ts";

/**
 * The best of all subsets for some sizes, from what a local search has found for them, as far as the budget goes.
 *
 * @param known by size
 */
export function allSubsets(
  problem: SubsetProblem,
  landscape: Landscape,
  known: ReadonlyMap<number, Minimum>,
  budget: Budget,
): BestBySize {
  const best = bestBySize(known.keys(), landscape.candidates.length, landscape.tie);
  if (landscape.quadratic) {
    const triangle = triangleOf(problem);
    for (const { chosen } of known.values())
      best.offer(chosen.length, leftBy(triangle, chosen) / 2, () => chosen);
    leaps(triangle, best, budget);
  } else {
    for (const { chosen, loss } of known.values()) best.offer(chosen.length, loss, () => chosen);
    dropTree(landscape, best, budget);
  }
  return best;
}
