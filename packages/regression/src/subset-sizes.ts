import type { LinearProblem } from "./linear-problem.ts";

const MOST_SIZES = 50;

/**
 * 0, 1, 2, … up to as many features as data of that size can tell apart, m/(log d · log log m), at most 50, and so few that a
 * sample is left over: a fit without error says nothing about the features it has.
 *
 * @param kept features that are always in
 */
export function subsetSizes(
  { features: d, counted: m, intercept, constant }: LinearProblem,
  kept: ReadonlySet<number>,
): number[] {
  const idle = intercept ? constant.filter((j) => !kept.has(j)).length : 0;
  const free = d - kept.size - idle;
  const left = m - kept.size - Number(intercept) - 1;
  const slow = Math.log(d) * Math.log(Math.log(m));
  const told = slow > 0 ? Math.max(1, Math.floor(m / slow)) : Number.POSITIVE_INFINITY;
  const most = Math.max(0, Math.min(free, left, told, MOST_SIZES));
  return Array.from({ length: most + 1 }, (_, s) => s);
}
