import { allSubsets } from "./all-subsets.ts";
import type { Budget } from "./budget.ts";
import type { Landscape, Minimum } from "./landscape.ts";
import { localSearch } from "./local-search.ts";
import { lowered } from "./lowered.ts";
import type { SubsetProblem } from "./subset-problem.ts";
import { thresholded } from "./thresholded.ts";

/** What is chosen for a size. */
export interface Choice {
  readonly size: number;
  readonly chosen: Uint32Array;
  readonly optimal: boolean;
}

/** By local search, each size when it is asked for. */
export function* searched(landscape: Landscape, sizes: readonly number[]): Generator<Choice> {
  let before = landscape.nothing;
  for (const size of sizes) {
    before = searchedFrom(landscape, before, size);
    yield { size, chosen: before.chosen, optimal: isClearlyBest(landscape, before, size) };
  }
}

/** The better of two local searches. */
function searchedFrom(landscape: Landscape, before: Minimum, size: number): Minimum {
  const warm = localSearch(landscape, before, size);
  const cold = localSearch(landscape, thresholded(landscape, size), size, warm);
  return lowered(landscape, cold.loss < warm.loss - landscape.tie ? cold : warm);
}

function isClearlyBest({ quadratic, candidates }: Landscape, { chosen }: Minimum, size: number) {
  return size === 0 || (size === 1 && quadratic) || chosen.length === candidates.length;
}

/** By local search for all sizes, and then by branch and bound. */
export function* proven(
  problem: SubsetProblem,
  landscape: Landscape,
  sizes: readonly number[],
  budget: Budget,
): Generator<Choice> {
  const known = new Map<number, Minimum>();
  let before = landscape.nothing;
  for (const size of sizes) {
    before = searchedFrom(landscape, before, size);
    known.set(size, before);
    if (budget.isAborted()) break;
  }
  const { chosen, proven } = allSubsets(problem, landscape, known, budget).proof();
  for (const size of sizes) {
    const best = lowered(landscape, landscape.minimum(chosen[size], known.get(size)));
    const optimal = proven[size] || isClearlyBest(landscape, best, size);
    yield { size, chosen: best.chosen, optimal };
  }
}
