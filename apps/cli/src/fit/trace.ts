import type { IterationRecord } from "@proxkit/solvers";

/** A trace as CSV, a line an iteration. */
export function formatTrace(trace: readonly IterationRecord[]): string {
  const lines = trace.map((r) =>
    [r.iteration, r.objective, r.loss, r.penalty, r.residual, r.supportSize, r.sparsity].join(","),
  );
  return `iteration,objective,loss,penalty,residual,support_size,sparsity\n${lines.map((line) => `${line}\n`).join("")}`;
}
