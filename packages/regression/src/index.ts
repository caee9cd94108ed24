export {
  CRITERIA,
  type Criteria,
  type CriterionName,
  chooseByCriterion,
  criteriaOf,
} from "./criteria.ts";
export {
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
} from "./cross-validate.ts";
export { duplicateColumns } from "./duplicates.ts";
export { type Encoded, type EncodeOptions, encodeColumns, type TableColumn } from "./encode.ts";
export { LOSS_NAMES, type LossName } from "./family.ts";
export { type FitPathOptions, type FittedPoint, fitPath } from "./fit-path.ts";
export { type FoldsOptions, foldsOf } from "./folds.ts";
export { MEASURES, type MeasureName, measureOf, type Predicted } from "./measures.ts";
export { loadModel, ModelError, type RegressionModel, saveModel } from "./model.ts";
export { type PredictMeanOptions, predictMean } from "./predict.ts";
export {
  type Coefficients,
  type Regression,
  type RegressionOptions,
  regression,
} from "./regression.ts";
export { type FoldResult, type FoldTask, runFold } from "./run-fold.ts";
