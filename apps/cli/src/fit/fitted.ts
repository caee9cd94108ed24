import type { SolveResult } from "@proxkit/solvers";
import type { Metrics } from "../model/metrics.ts";
import type { LoadedPenalty } from "../penalty/load-penalty.ts";
import type { Method } from "./method.ts";
import type { SettledOptions } from "./options.ts";
import type { Problem } from "./problem.ts";

/** Everything that is known once a fit has ended: what the report, the model and the picture are made of. */
export interface Fitted {
  readonly data: string;
  readonly options: SettledOptions;
  readonly problem: Problem;
  readonly method: Method;
  /** Undefined for methods without one. */
  readonly penalty: LoadedPenalty | undefined;
  readonly result: SolveResult;
  /** The sparse weights in the units of the data, length d. */
  readonly weights: Float64Array;
  readonly metrics: Metrics;
  readonly milliseconds: number;
}

/** The columns that weight i acts on: one, or one a patch. */
export function columnsOf({ features, patches }: Problem, i: number): string[] {
  const d = features.length / patches;
  return Array.from({ length: patches }, (_, patch) => features[patch * d + i]);
}
