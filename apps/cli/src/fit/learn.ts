import { predict } from "@proxkit/core";
import { predictMean } from "@proxkit/regression";
import { readTable } from "../data/read-table.ts";
import { measure } from "../model/metrics.ts";
import { makeProgress } from "../output/progress.ts";
import { checkUsable } from "../penalty/check-usable.ts";
import { loadPenalty } from "../penalty/load-penalty.ts";
import { compareToTruth } from "../truth/compare.ts";
import { readTruth } from "../truth/read-truth.ts";
import { beginRun } from "./begin-run.ts";
import { fingerprint, formatCheckpoint } from "./checkpoint.ts";
import { drive } from "./drive.ts";
import type { Fitted } from "./fitted.ts";
import type { SettledOptions } from "./options.ts";
import { makeProblem, type Problem, wantedBy } from "./problem.ts";
import { toDataUnits, toRunUnits } from "./scaling.ts";
import { type TraceLine, traceLine } from "./watch.ts";

export interface LearnRequest {
  readonly data: string;
  readonly options: SettledOptions;
  /** A checkpoint to go on from. */
  readonly resume?: string | undefined;
  /** A file of the planted weights. */
  readonly truth?: string | undefined;
  /** Whether to keep a line of each iteration. */
  readonly keepTrace: boolean;
}

export interface LearnOutcome {
  readonly fitted: Fitted;
  /** Where the run stands, for `--resume`. */
  checkpoint(): string;
}

/** Reads the data, learns, and measures the fit. Writes nothing. */
export async function learn({ data, options, ...request }: LearnRequest): Promise<LearnOutcome> {
  const loaded = await loadPenalty(options.penalty);
  const table = await readTable(data, wantedBy(options), {
    missing: options.dropMissing ? "drop" : "refuse",
  });
  const began = performance.now();
  const problem = makeProblem(table, options);
  const { y, scaling, lossName, loss } = problem;
  checkUsable(loaded, loss.dimension);
  const planted =
    request.truth === undefined
      ? undefined
      : await readTruth(request.truth, { dimension: loss.dimension, data });
  const { method, start, watched } = await beginRun(options, problem, loaded, {
    resume: request.resume,
    wStar: planted && toRunUnits(planted, scaling),
  });
  const { solver, proxStep, watch } = method;
  const trace: TraceLine[] = [];
  const { maxIterations, tolerance } = options;
  const result = await drive(solver, start, {
    maxIterations,
    tolerance,
    progress: makeProgress(tolerance),
    onIterate: request.keepTrace ? (record) => trace.push(traceLine(record, watch)) : undefined,
  });
  const milliseconds = performance.now() - began;

  const weights = inDataUnits(problem, result.solution);
  const fitted: Fitted = {
    data,
    options,
    problem,
    method,
    penalty: proxStep && loaded,
    result,
    weights,
    metrics: measure(lossName, y, outputsOf(problem, weights)),
    truth: planted && { weights: planted, comparison: compareToTruth(weights, planted) },
    watched: watched(),
    trace,
    milliseconds,
  };
  const standing = { state: result.state, watched: fitted.watched };
  const checkpoint = () => formatCheckpoint(fingerprint(problem, loaded), solver, standing);
  return { fitted, checkpoint };
}

/** The weights as the data have them: a network is learned on scaled data. */
function inDataUnits(problem: Problem, solution: Float64Array): Float64Array {
  if (problem.lossName !== "network" || !problem.scaling) return solution;
  const { X, y, patches } = problem;
  return toDataUnits(solution, X, y, patches);
}

function outputsOf(problem: Problem, w: Float64Array): Float64Array {
  if (problem.lossName !== "network")
    return predictMean({
      lossName: problem.lossName,
      X: problem.X,
      intercept: Float64Array.of(0),
      coefficients: w,
    });
  const { X, patches } = problem;
  return predict({ w, X, patches });
}
