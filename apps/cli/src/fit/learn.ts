import type { IterationRecord } from "@proxkit/solvers";
import { readTable } from "../data/read-table.ts";
import { measure } from "../model/metrics.ts";
import { outputs } from "../model/outputs.ts";
import { makeProgress } from "../output/progress.ts";
import { checkUsable } from "../penalty/check-usable.ts";
import { loadPenalty } from "../penalty/load-penalty.ts";
import { fingerprint, formatCheckpoint, readCheckpoint } from "./checkpoint.ts";
import { drive } from "./drive.ts";
import type { Fitted } from "./fitted.ts";
import { makeMethod } from "./method.ts";
import type { SettledOptions } from "./options.ts";
import { makeProblem } from "./problem.ts";
import { toDataUnits } from "./scaling.ts";
import { startOf } from "./start.ts";

export interface LearnRequest {
  readonly data: string;
  readonly options: SettledOptions;
  /** A checkpoint to go on from. */
  readonly resume?: string | undefined;
  /** Told of every iteration, if there is somebody to tell. */
  readonly onIterate?: ((record: IterationRecord) => void) | undefined;
}

export interface LearnOutcome {
  readonly fitted: Fitted;
  /** Where the run stands, for `--resume`. */
  checkpoint(): string;
}

/** Reads the data, learns, and measures the fit. Writes nothing. */
export async function learn({ data, options, ...request }: LearnRequest): Promise<LearnOutcome> {
  const loaded = await loadPenalty(options.penalty);
  const table = await readTable(data);
  const began = performance.now();
  const problem = makeProblem(table, options);
  checkUsable(loaded, problem.loss.dimension);
  const method = makeMethod(options, problem, loaded.penalty);
  const { solver, proxStep } = method;
  const start =
    request.resume === undefined
      ? startOf(options, problem)
      : await readCheckpoint(request.resume, fingerprint(problem, loaded), solver);
  const { maxIterations, tolerance } = options;
  const result = await drive(solver, start, {
    maxIterations,
    tolerance,
    progress: makeProgress(tolerance),
    onIterate: request.onIterate,
  });
  const milliseconds = performance.now() - began;

  const { X, y, patches, scaling, lossName } = problem;
  const weights = scaling ? toDataUnits(result.solution, X, y, patches) : result.solution;
  const fitted: Fitted = {
    data,
    options,
    problem,
    method,
    penalty: proxStep && loaded,
    result,
    weights,
    metrics: measure(lossName, y, outputs(lossName, patches, weights, X)),
    milliseconds,
  };
  const checkpoint = () => formatCheckpoint(fingerprint(problem, loaded), solver, result.state);
  return { fitted, checkpoint };
}
