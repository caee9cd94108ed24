import { type CaseResult, type Statistic, timeOf } from "../measure/result.ts";

/** What C reads of the largest array that was read, in bytes a second. */
export function bandwidthOf(
  results: readonly CaseResult[],
  of: Statistic = "median",
): number | undefined {
  const reads = results.filter(({ workload }) => workload === "bandwidth");
  const largest = [...reads].sort((a, b) => a.bytes - b.bytes).at(-1);
  const time = largest && timeOf(largest, "C", of);
  return largest && time ? (largest.bytes / time) * 1e9 : undefined;
}
