export { type ErrataOptions, errata } from "./errata/errata.ts";
export { errataPage } from "./errata/errata-page.ts";
export type { Erratum, ErratumKind } from "./errata/erratum.ts";
export type { Rule } from "./figures/rules.ts";
export type { Part, ReproduceSettings } from "./part.ts";
export { partNamed, parts, runPart } from "./parts.ts";
export {
  type PaperPenalty,
  type PublishedTable,
  published,
  publishedColumns,
  publishedParameters,
} from "./published/published.ts";
export { type Quantity, quantities, quantityNames } from "./published/quantity.ts";
export { agrees } from "./rules/agrees.ts";
export { rules } from "./rules/all-rules.ts";
export {
  type CriticalPointEvidence,
  type CriticalPointFinding,
  criticalPoint,
} from "./rules/critical-point.ts";
export { type LossOfAngle, lossOfAngle } from "./rules/loss-of-angle.ts";
export { type Smallest, smallestOf } from "./rules/ordering.ts";
export { type RowPlace, type RowPlaces, rowPlaces } from "./rules/row-shift.ts";
export type {
  Block,
  Cell,
  ChecksBlock,
  Figure,
  FigureAxis,
  FigureBlock,
  FigureCurve,
  FigurePanel,
  Section,
  SectionCheck,
  TableBlock,
  TextBlock,
  Verdict,
  VerdictsBlock,
} from "./section.ts";
export type { LimitRun } from "./tables/run-column.ts";
export type { Summary } from "./tables/summary.ts";
export { type Table, type TableCell, type TableColumn, table } from "./tables/table.ts";
export type { StartChoice, TableOptions, TableSettings } from "./tables/table-options.ts";
export { criticalAngle } from "./theory/critical-angle.ts";
export { lossAt, type Standing } from "./theory/loss-at.ts";
export {
  type LimitPrediction,
  type PredictLimitOptions,
  predictLimit,
} from "./theory/predict-limit.ts";
export { sphereMean } from "./theory/sphere-mean.ts";
export { sphereZeros, type ZerosMoments } from "./theory/zeros.ts";
