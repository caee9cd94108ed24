import type { StepSize } from "@proxkit/solvers";
import { LINEAR_LOSSES } from "../linear/options.ts";

export const LOSSES = ["network", ...LINEAR_LOSSES] as const;

/** Losses that solvers step by step take, and whose runs are kept and certified. */
export const STEPPED = ["network", "squared", "logistic"] as const;
export type LossName = (typeof STEPPED)[number];

const STEPPERS = ["rvsm", "iht", "gd", "proxgrad"] as const;
export const SOLVERS = [...STEPPERS, "cd"] as const;
export type SolverName = (typeof STEPPERS)[number];

/** The options of `proxkit fit` that decide what is learned. Undefined means the documented default. */
export interface FitOptions {
  readonly target: string;
  readonly exclude?: string | undefined;
  readonly dropMissing?: boolean | undefined;
  readonly loss: LossName;
  readonly patches?: number | undefined;
  readonly penalty: string;
  readonly solver: SolverName;
  readonly lambda?: number | undefined;
  readonly beta?: number | undefined;
  readonly step?: StepSize | undefined;
  readonly normalize?: boolean | undefined;
  readonly sparsity?: number | undefined;
  readonly seed: number;
  readonly maxIterations?: number | undefined;
  readonly tolerance?: number | undefined;
  readonly threads?: number | undefined;
}

/** The options with what depends on others decided. */
export interface SettledOptions extends FitOptions {
  readonly step: StepSize;
  readonly normalize: boolean;
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly threads: number;
}

export function settle(options: FitOptions): SettledOptions {
  const { loss, solver } = options;
  const network = loss === "network";
  return {
    ...options,
    // a network's gradient jumps where a patch becomes active: no fixed step is safe there
    step: options.step ?? (network ? "backtracking" : "safe"),
    // only for a network is the direction what counts
    normalize: solver === "rvsm" && (options.normalize ?? network),
    maxIterations: options.maxIterations ?? 10_000,
    tolerance: options.tolerance ?? 1e-10,
    threads: options.threads ?? 1,
  };
}
