import type {
  AdaptiveIhtSteps,
  AdaptiveIhtWatch,
  IterationRecord,
  RvsmSteps,
  RvsmWatch,
} from "@proxkit/solvers";

/** What a solver that is watched remembers, for a certificate. */
export type Watch =
  | ({ readonly method: "rvsm" } & Pick<RvsmWatch, "last" | "steps">)
  | ({ readonly method: "iht" } & Pick<AdaptiveIhtWatch, "last" | "steps">);

export type Steps = RvsmSteps | AdaptiveIhtSteps;

/** Steps without what they say of a truth, for those that were watched with another one or none. */
export function withoutTruth<Watched extends Steps>(steps: Watched): Watched {
  if ("largestAngle" in steps) return { ...steps, startAngle: null, largestAngle: null };
  const { start } = steps;
  const unknown = { normOnSupport: null, angleOnSupport: null };
  return { ...steps, start: start && { ...start, ...unknown }, worstAngle: null };
}

/** What is known before the first step is watched. */
export interface Watching {
  /** The truth in the units of the run. */
  readonly wStar?: Float64Array | undefined;
  /** Those of the run that is gone on with. */
  readonly steps?: Steps | undefined;
}

/** A line of a trace; null is not known. */
export interface TraceLine extends IterationRecord {
  /** L_β(uᵗ⁺¹, wᵗ), between the two halves of a step of RVSM. */
  readonly afterProx: number | null;
  /** ‖η∇f(w) + ηβ(w − u)‖ of a step of RVSM. */
  readonly displacement: number | null;
  readonly stepSize: number | null;
  /** θ(w, w*) in radians. */
  readonly angle: number | null;
}

/** What happened in the last step. */
export function traceLine(record: IterationRecord, watch: Watch | undefined): TraceLine {
  const unknown = { afterProx: null, displacement: null, stepSize: null, angle: null };
  const last = watch?.last();
  if (!last) return { ...record, ...unknown };
  const { stepSize, angle } = last;
  const rvsm = "afterProx" in last ? last : unknown;
  const { afterProx, displacement } = rvsm;
  return { ...record, afterProx, displacement, stepSize, angle };
}
