import type { StepSize } from "@proxkit/solvers";

export const LOSSES = ["network", "squared", "logistic"] as const;
export type LossName = (typeof LOSSES)[number];

export const SOLVERS = ["rvsm", "iht", "gd", "proxgrad"] as const;
export type SolverName = (typeof SOLVERS)[number];

/** The options of `proxkit fit` that decide what is learned. Undefined means the documented default. */
export interface FitOptions {
  readonly target: string;
  readonly exclude?: string | undefined;
  readonly loss: LossName;
  readonly patches?: number | undefined;
  readonly penalty: string;
  readonly solver?: SolverName | undefined;
  readonly lambda?: number | undefined;
  readonly beta?: number | undefined;
  readonly step?: StepSize | undefined;
  readonly normalize?: boolean | undefined;
  readonly sparsity?: number | undefined;
  readonly seed: number;
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly threads: number;
}

/** The options with what depends on others decided. */
export interface SettledOptions extends FitOptions {
  readonly solver: SolverName;
  readonly step: StepSize;
  readonly normalize: boolean;
}

export function settle(options: FitOptions): SettledOptions {
  const network = options.loss === "network";
  const solver = options.solver ?? (network ? "rvsm" : "proxgrad");
  return {
    ...options,
    solver,
    // a network's gradient jumps where a patch becomes active: no fixed step is safe there
    step: options.step ?? (network ? "backtracking" : "safe"),
    // only for a network is the direction what counts
    normalize: solver === "rvsm" && (options.normalize ?? network),
  };
}
