import type { AbortFlag } from "../run.ts";

/** How much more a search may look at. */
export interface Budget {
  nodes: number;
  isSpent(): boolean;
}

export function budgetOf(nodes: number, signal?: AbortFlag): Budget {
  const budget = {
    nodes,
    isSpent: () => !(budget.nodes > 0) || signal?.aborted === true,
  };
  return budget;
}
