import type { LawResult } from "@proxkit/penalty-laws";

/** How many laws hold, are broken, do not apply. */
export type Count = Readonly<Record<LawResult["outcome"], number>>;

export function countOf(results: readonly LawResult[]): Count {
  const count = { holds: 0, broken: 0, notApplicable: 0 };
  for (const { outcome } of results) count[outcome]++;
  return count;
}
