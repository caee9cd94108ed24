import type { AbortFlag } from "../run.ts";

/** How much more a search may look at. */
export interface Budget {
  nodes: number;
  isSpent(): boolean;
  isAborted(): boolean;
}

export function budgetOf(nodes: number, signal?: AbortFlag): Budget {
  const isAborted = () => signal?.aborted === true;
  const budget = { nodes, isAborted, isSpent: () => !(budget.nodes > 0) || isAborted() };
  return budget;
}
