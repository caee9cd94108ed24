import type { MeasureName } from "@proxkit/regression";

/** As readers know them. */
export const measureNames: Readonly<Record<MeasureName, string>> = {
  mse: "mean squared error",
  mae: "mean absolute error",
  deviance: "deviance",
  accuracy: "accuracy",
  auc: "area under the ROC curve",
};
