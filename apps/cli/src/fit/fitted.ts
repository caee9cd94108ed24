import type { SolveResult } from "@proxkit/solvers";
import type { Metrics } from "../model/metrics.ts";
import type { LoadedPenalty } from "../penalty/load-penalty.ts";
import type { Comparison } from "../truth/compare.ts";
import type { Watched } from "./checkpoint.ts";
import type { Method } from "./method.ts";
import type { SettledOptions } from "./options.ts";
import type { Problem } from "./problem.ts";
import type { TraceLine } from "./watch.ts";

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
  /** The planted weights in the units of the data, length d, and how near the learned ones are; if known. */
  readonly truth: { readonly weights: Float64Array; readonly comparison: Comparison } | undefined;
  /** What was seen of the run, for a certificate; for methods that are watched. */
  readonly watched: Watched | undefined;
  /** A line an iteration, if it was asked for. */
  readonly trace: readonly TraceLine[];
  readonly milliseconds: number;
}

/** The columns that weight i acts on: one, or one a patch. */
export function columnsOf({ features, patches }: Problem, i: number): string[] {
  const d = features.length / patches;
  return Array.from({ length: patches }, (_, patch) => features[patch * d + i]);
}
