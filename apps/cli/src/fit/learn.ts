import { readFile } from "node:fs/promises";
import { type IterationRecord, loadState, StateError, saveState } from "@proxkit/solvers";
import { readTable } from "../data/read-table.ts";
import { measure } from "../model/metrics.ts";
import { outputs } from "../model/outputs.ts";
import { makeProgress } from "../output/progress.ts";
import { loadPenalty } from "../penalty/load-penalty.ts";
import { UsageError } from "../usage-error.ts";
import { drive } from "./drive.ts";
import type { Fitted } from "./fitted.ts";
import { defaultSolver, makeMethod, normalizes } from "./method.ts";
import type { FitOptions } from "./options.ts";
import { makeProblem } from "./problem.ts";
import { toDataUnits } from "./scaling.ts";

export interface LearnRequest {
  readonly data: string;
  readonly options: FitOptions;
  /** A saved state to go on from. */
  readonly resume?: string | undefined;
  readonly files: Readonly<Record<string, string>>;
}

export interface LearnOutcome {
  readonly fitted: Fitted;
  readonly trace: readonly IterationRecord[];
  /** Where the run stands, for `--resume`. */
  readonly checkpoint: string;
}

/** Reads the data, learns, and measures the fit. Writes nothing. */
export async function learn({ data, options, resume, files }: LearnRequest): Promise<LearnOutcome> {
  const solverName = options.solver ?? defaultSolver(options.loss);
  const penalty = await loadPenalty(options.penalty);
  const table = await readTable(data);
  const scaled = normalizes(options, solverName);
  const problem = makeProblem(table, { ...options, scaled });
  const method = makeMethod(options, solverName, problem, penalty.penalty);
  const { solver } = method;
  const start = resume === undefined ? method.w0 : await resumeFrom(resume, method.solver);

  const trace: IterationRecord[] = [];
  const { maxIterations, tolerance } = options;
  const began = performance.now();
  const result = await drive(solver, start, {
    maxIterations,
    tolerance,
    progress: makeProgress(tolerance),
    onIterate: (record) => trace.push(record),
  });
  const milliseconds = performance.now() - began;

  const { X, y, patches, scaling, lossName } = problem;
  const weights = scaling ? toDataUnits(result.solution, X, y, patches) : result.solution;
  const learned = {
    loss: lossName,
    patches,
    weights: {
      dimension: weights.length,
      indices: [...weights.keys()],
      values: [...weights],
    },
  };
  const usesPenalty = method.proxStep(1) !== undefined;
  const fitted: Fitted = {
    data,
    options,
    problem,
    solverName,
    method,
    penalty: usesPenalty ? penalty : undefined,
    result,
    weights,
    metrics: measure(lossName, y, outputs(learned, X)),
    milliseconds,
    files,
  };
  return { fitted, trace, checkpoint: `${saveState(solver, result.state)}\n` };
}

async function resumeFrom(path: string, solver: Parameters<typeof loadState>[0]) {
  const text = await readFile(path, "utf8");
  try {
    return loadState(solver, text);
  } catch (cause) {
    if (cause instanceof StateError)
      throw new UsageError(`--resume ${path}: ${cause.message.replace(/^loadState: /, "")}`, {
        cause,
      });
    throw cause;
  }
}
