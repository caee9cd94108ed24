export {
  CRITERIA,
  type Criteria,
  type CriteriaPoint,
  type CriterionName,
  chooseByCriterion,
  criteriaOf,
} from "./criteria.ts";
export {
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
} from "./cross-validate.ts";
export {
  type CrossValidateSubsetsOptions,
  crossValidateSubsets,
  runSubsetFold,
  type SubsetFoldTask,
  type SubsetValidation,
} from "./cross-validate-subsets.ts";
export { duplicateColumns } from "./duplicates.ts";
export { type Encoded, type EncodeOptions, encodeColumns, type TableColumn } from "./encode.ts";
export { LOSS_NAMES, type LossName } from "./family.ts";
export { type FitPathOptions, type FittedPoint, fitPath } from "./fit-path.ts";
export { type FitSubsetsOptions, type FittedSubset, fitSubsets } from "./fit-subsets.ts";
export { type FoldsOptions, foldsOf } from "./folds.ts";
export type { InUnits } from "./in-units.ts";
export type { Coefficients, LinearProblem, LinearProblemOptions } from "./linear-problem.ts";
export { MEASURES, type MeasureName, measureOf, type Predicted } from "./measures.ts";
export { loadModel, ModelError, type RegressionModel, saveModel } from "./model.ts";
export type { FoldsCourse } from "./over-folds.ts";
export { type PredictMeanOptions, predictMean } from "./predict.ts";
export { type Regression, type RegressionOptions, regression } from "./regression.ts";
export { type Fold, type FoldResult, type FoldTask, runFold } from "./run-fold.ts";
