export { type AdaptiveIhtOptions, type AdaptiveIhtState, adaptiveIht } from "./adaptive-iht.ts";
export { type AdmmOptions, type AdmmState, admm } from "./admm.ts";
export { type BestSubsetOptions, bestSubset, type SubsetPoint } from "./best-subset/best-subset.ts";
export type {
  AdaptiveIhtEvidence,
  AdaptiveIhtLimit,
} from "./certificate/adaptive-iht-evidence.ts";
export type {
  AdaptiveIhtStart,
  AdaptiveIhtStep,
  AdaptiveIhtSteps,
  SupportChange,
  WorstStep,
} from "./certificate/adaptive-iht-steps.ts";
export { certifyAdaptiveIht } from "./certificate/certify-adaptive-iht.ts";
export { certifyRvsm } from "./certificate/certify-rvsm.ts";
export type { Certificate, Check, CheckPart } from "./certificate/check.ts";
export { largestDisplacement } from "./certificate/largest-displacement.ts";
export { normKeepingRadius } from "./certificate/norm-keeping-radius.ts";
export type { LossKind, RvsmEvidence, RvsmLimit } from "./certificate/rvsm-evidence.ts";
export { rvsmLimit } from "./certificate/rvsm-limit.ts";
export {
  addStep,
  type NoStepsOptions,
  noSteps,
  type Rise,
  type RvsmStep,
  type RvsmSteps,
} from "./certificate/rvsm-steps.ts";
export {
  type AdaptiveIhtWatch,
  type WatchAdaptiveIhtOptions,
  watchAdaptiveIht,
} from "./certificate/watch-adaptive-iht.ts";
export { type RvsmWatch, type WatchRvsmOptions, watchRvsm } from "./certificate/watch-rvsm.ts";
export type { Outcome, Solver, SolverState } from "./contract.ts";
export {
  type CoordinateDescentOptions,
  type CoordinateDescentState,
  coordinateDescent,
} from "./descent/coordinate-descent.ts";
export { type GradientDescentOptions, gradientDescent } from "./gradient-descent.ts";
export { type IhtOptions, type IhtState, iht } from "./iht.ts";
export { iterate } from "./iterate.ts";
export { type LambdaMaxOptions, lambdaMax } from "./lambda-max.ts";
export { type PathOptions, type PathPoint, solvePath } from "./path/solve-path.ts";
export {
  type ProximalGradientOptions,
  type ProximalGradientState,
  proximalGradient,
} from "./proximal-gradient.ts";
export type { AbortFlag, IterationRecord, SolveOptions, SolveResult } from "./run.ts";
export { type RvsmOptions, rvsm } from "./rvsm.ts";
export type { RvsmState } from "./rvsm-state.ts";
export { solve } from "./solve.ts";
export { solveAsync } from "./solve-async.ts";
export { loadState, StateError, saveState } from "./state-file.ts";
export type { StepSize } from "./step-size.ts";
export { support } from "./support.ts";
