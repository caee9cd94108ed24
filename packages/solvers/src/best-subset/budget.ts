import type { AbortFlag } from "../run.ts";

/** How much more a search may look at. */
export interface Budget {
  /** One more was looked at. */
  spend(): void;
  isSpent(): boolean;
  isAborted(): boolean;
}

export interface BudgetOptions {
  readonly nodes: number;
  readonly signal: AbortFlag | undefined;
  readonly onNode: ((looked: number, most: number) => void) | undefined;
}

export function budgetOf({ nodes, signal, onNode }: BudgetOptions): Budget {
  const isAborted = () => signal?.aborted === true;
  let looked = 0;
  return {
    spend() {
      looked++;
      onNode?.(looked, nodes);
    },
    isSpent: () => !(looked < nodes) || isAborted(),
    isAborted,
  };
}
