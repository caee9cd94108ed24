import type { TableSettings } from "./table-options.ts";

/** The choices left open by the paper, each on its own, the others as in the table. */
export const choices: Readonly<
  Record<string, Partial<Pick<TableSettings, "start" | "stepSize" | "tolerance" | "maxIterations">>>
> = {
  "as in the table above": {},
  "start: within 0.1 of −w*": { start: "near −w*" },
  "start: w*": { start: "w*" },
  "η = 0.5": { stepSize: 0.5 },
  "η = 1/(β + L) = 0.25": { stepSize: "safe" },
  "stop: after 5 iterations": { maxIterations: 5 },
  "stop: after 6 iterations": { maxIterations: 6 },
  "stop: after 7 iterations": { maxIterations: 7 },
  "stop: after 8 iterations": { maxIterations: 8 },
  "stop: after 9 iterations": { maxIterations: 9 },
  "stop: after 10 iterations": { maxIterations: 10 },
  "stop: after 20 iterations": { maxIterations: 20 },
  "stop: after 50 iterations": { maxIterations: 50, tolerance: 0 },
  "stop: residual 1e-2": { tolerance: 1e-2 },
  "stop: residual 1e-4": { tolerance: 1e-4 },
  "stop: residual 1e-13": { tolerance: 1e-13 },
};

/** The choices are averaged over no more seeds than this: they are to be compared, not to be exact. */
export const CHOICE_SEEDS = 50;
