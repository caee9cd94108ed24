import type { PaperPenalty } from "../published/published.ts";

/** Which of the penalties has the smallest value, and in what share of the cases. */
export interface Smallest {
  readonly penalty: PaperPenalty;
  /** From 0 to 1. */
  readonly share: number;
  readonly cases: number;
}

/**
 * Counts problem by problem which penalty has the smallest value.
 *
 * @param cases a value for each penalty, of the same problem; a problem with a null is left out
 * @example
 * ```ts
 * import { smallestOf } from "@proxkit/paper";
 *
 * const first = { l0: 3, tl1: 2, l1: 1 };
 * console.log(smallestOf([first, first, { l0: 0, tl1: 2, l1: 100 }]).penalty); // l1
 * ```
 */
export function smallestOf(
  cases: readonly Readonly<Record<PaperPenalty, number | null>>[],
): Smallest {
  const wins: Record<PaperPenalty, number> = { l0: 0, tl1: 0, l1: 0 };
  const whole = cases.filter(({ l0, tl1, l1 }) => l0 !== null && tl1 !== null && l1 !== null);
  for (const values of whole) wins[least(values)]++;
  const penalty = least({ l0: -wins.l0, tl1: -wins.tl1, l1: -wins.l1 });
  return { penalty, share: wins[penalty] / (whole.length || 1), cases: whole.length };
}

function least(values: Readonly<Record<PaperPenalty, number | null>>): PaperPenalty {
  const names: readonly PaperPenalty[] = ["l1", "tl1", "l0"];
  return names.reduce((x, y) => ((values[y] ?? 0) < (values[x] ?? 0) ? y : x));
}
