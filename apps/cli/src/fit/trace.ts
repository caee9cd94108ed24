import type { TraceLine } from "./watch.ts";

/** A trace's columns, in their order. The first seven are in every trace. */
export const TRACE_COLUMNS = {
  iteration: "iteration",
  objective: "objective",
  loss: "loss",
  penalty: "penalty",
  residual: "residual",
  support_size: "supportSize",
  sparsity: "sparsity",
  after_prox: "afterProx",
  displacement: "displacement",
  step_size: "stepSize",
  angle: "angle",
} as const satisfies Record<string, keyof TraceLine>;

/** A trace as CSV, a line an iteration; what is not known is empty. */
export function formatTrace(trace: readonly TraceLine[]): string {
  const fields = Object.values(TRACE_COLUMNS);
  const lines = trace.map((line) => fields.map((field) => line[field] ?? "").join(","));
  return `${[Object.keys(TRACE_COLUMNS).join(","), ...lines].join("\n")}\n`;
}
