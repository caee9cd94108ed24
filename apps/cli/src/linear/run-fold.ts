import {
  type FoldResult,
  type FoldTask,
  type RegressionOptions,
  runFold,
} from "@proxkit/regression";
import { workerData } from "piscina";
import { type RegressionTask, regressionOf } from "./task.ts";

let options: Promise<RegressionOptions> | undefined;

/** A fold of a cross-validation: what a worker thread runs. */
export default async function runFoldHere(task: FoldTask): Promise<FoldResult> {
  options ??= regressionOf(workerData as RegressionTask);
  return runFold(await options, task);
}
