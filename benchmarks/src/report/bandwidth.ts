import type { CaseResult } from "../measure/result.ts";

/** What C reads of the largest array that was read, in bytes a second. */
export function bandwidthOf(results: readonly CaseResult[]): number | undefined {
  const reads = results.filter(({ workload }) => workload === "bandwidth");
  const largest = [...reads].sort((a, b) => a.bytes - b.bytes).at(-1);
  const c = largest?.variants.find(({ name, failure }) => name === "C" && !failure);
  return largest && c?.median ? (largest.bytes / c.median) * 1e9 : undefined;
}
