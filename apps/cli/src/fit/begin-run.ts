import type { SolverState } from "@proxkit/solvers";
import type { LoadedPenalty } from "../penalty/load-penalty.ts";
import { fingerprint, readCheckpoint, type Watched } from "./checkpoint.ts";
import { type Method, makeMethod } from "./method.ts";
import type { SettledOptions } from "./options.ts";
import type { Problem } from "./problem.ts";
import { startOf } from "./start.ts";
import { withoutTruth } from "./watch.ts";

export interface BeginOptions {
  /** A checkpoint to go on from. Default: the start. */
  readonly resume?: string | undefined;
  /** The truth in the units of the run. Default: not known. */
  readonly wStar?: Float64Array | undefined;
}

export interface Begun {
  readonly method: Method;
  readonly start: Float64Array | SolverState;
  /** What was seen of the run, from its very start if that is known. */
  watched(): Watched | undefined;
}

/** A method and where it starts from, so that a run in parts is certified as the same run in one. */
export async function beginRun(
  options: SettledOptions,
  problem: Problem,
  loaded: LoadedPenalty,
  { resume, wStar }: BeginOptions,
): Promise<Begun> {
  const truth = wStar ? Array.from(wStar) : null;
  const made = makeMethod(options, problem, loaded.penalty, { wStar });
  if (resume === undefined) {
    const start = startOf(options, problem);
    return { method: made, start, watched: () => seen(made, Array.from(start), truth) };
  }
  const standing = await readCheckpoint(resume, fingerprint(problem, loaded), made.solver);
  const { state, watched: earlier } = standing;
  const same = earlier && JSON.stringify(earlier.wStar) === JSON.stringify(truth);
  const steps = same ? earlier.steps : earlier && withoutTruth(earlier.steps);
  const method = makeMethod(options, problem, loaded.penalty, { wStar, steps });
  return { method, start: state, watched: () => seen(method, earlier?.start ?? [], truth) };
}

function seen(
  { watch }: Method,
  start: readonly number[],
  wStar: readonly number[] | null,
): Watched | undefined {
  return watch && { start, wStar, steps: watch.steps() };
}
