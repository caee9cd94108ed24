export { type Block, blocks } from "./blocks.ts";
export type {
  GroupedPenalty,
  Json,
  Penalty,
  PenaltyTraits,
  ScalarConjugate,
  ScalarPenalty,
  SeparablePenalty,
  Step,
  WeightedPenalty,
} from "./contract.ts";
export { createPenalty, definePenalty, type PenaltyPlugin } from "./define-penalty.ts";
export { type FixedPoint, fixedPointResidual } from "./fixed-point-residual.ts";
export { isEven } from "./is-even.ts";
export { moreauEnvelope } from "./moreau-envelope.ts";
export { type NumberOption, numberOptions } from "./number-options.ts";
export { PenaltyOptionsError } from "./penalty-options-error.ts";
export { productMinus } from "./product-minus.ts";
export type { ProxKernel, TL1Constants } from "./prox-kernel.ts";
export { readOptions } from "./read-options.ts";
export { restricted } from "./restricted.ts";
export { scaled } from "./scaled.ts";
export { type SeparableDefinition, separablePenalty } from "./separable-penalty.ts";
export { weighted } from "./weighted.ts";
