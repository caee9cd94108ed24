import type { AdaptiveIhtSteps, RvsmState, RvsmSteps } from "@proxkit/solvers";
import type { Run } from "../model/run-schema.ts";
import { finite } from "../output/finite.ts";
import type { Fitted } from "./fitted.ts";

/** What a certificate needs of a run; undefined where there is none for the method. */
export function runOf({ method, watched, result, problem }: Fitted): Run | undefined {
  const { watch } = method;
  if (!watch || !watched) return undefined;
  const { state, w } = result;
  const common = {
    start: [...watched.start],
    w: plain(w),
    residual: finite(state.residual * state.scale),
    wStar: watched.wStar && [...watched.wStar],
  };
  if (watch.method === "iht")
    return { method: "iht", ...common, steps: mutable(watched.steps as AdaptiveIhtSteps) };
  const { u, gradient } = state as RvsmState;
  return {
    method: "rvsm",
    ...common,
    u: plain(u),
    gradient: plain(gradient),
    smoothness: finite(problem.loss.smoothness ?? Number.NaN),
    steps: mutable(watched.steps as RvsmSteps),
  };
}

/** JSON has no NaN and no infinities. */
function plain(vector: Float64Array): (number | null)[] {
  return Array.from(vector, finite);
}

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

function mutable<T>(steps: T): Mutable<T> {
  return structuredClone(steps) as Mutable<T>;
}
