import { type FoldResult, runSubsetFold, type SubsetFoldTask } from "@proxkit/regression";
import { workerData } from "piscina";
import type { ProblemTask } from "../linear/task.ts";

/** A fold of a cross-validation: what a worker thread runs. */
export default function runFoldHere(task: SubsetFoldTask): FoldResult {
  return runSubsetFold(workerData as ProblemTask, task);
}
