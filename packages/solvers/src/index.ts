export { type AdaptiveIhtOptions, type AdaptiveIhtState, adaptiveIht } from "./adaptive-iht.ts";
export type { Outcome, Solver, SolverState } from "./contract.ts";
export { type GradientDescentOptions, gradientDescent } from "./gradient-descent.ts";
export { iterate } from "./iterate.ts";
export { type LambdaMaxOptions, lambdaMax } from "./lambda-max.ts";
export {
  type ProximalGradientOptions,
  type ProximalGradientState,
  proximalGradient,
} from "./proximal-gradient.ts";
export type { AbortFlag, IterationRecord, SolveOptions, SolveResult } from "./run.ts";
export { type RvsmOptions, type RvsmState, rvsm } from "./rvsm.ts";
export { solve } from "./solve.ts";
export { solveAsync } from "./solve-async.ts";
export { loadState, StateError, saveState } from "./state-file.ts";
export type { StepSize } from "./step-size.ts";
export { support } from "./support.ts";
