import { angle, norm, populationLoss } from "@proxkit/core";
import { distance } from "../vectors.ts";
import { orthogonalPart } from "./orthogonal-part.ts";
import type { RvsmCase } from "./rvsm-case.ts";

/** ‖w⁺ − w‖/η of the last step, where it is not known. */
const RESIDUAL = 1e-9;

/** A limit, with u = prox(w, λ/β), and what is measured there. */
export interface RvsmAtLimit {
  readonly w: Float64Array;
  /** prox(w, λ/β), and how far the run's own u is from it. */
  readonly u: Float64Array;
  readonly offProx: number;
  /** ∇f(w), if it is known, or if w* and k are. */
  readonly gradient: Float64Array | undefined;
  /** ‖w⁺ − w‖/η of the last step, and the same where it is not known. */
  readonly residual: number;
  /** How far the part of ∇f + β(w − u) across w may be from 0: 4 residuals, and rounding. */
  readonly slackness: number;
  readonly wNorm: number;
  readonly uNorm: number;
  /** ‖w − u‖. */
  readonly apart: number;
  /** γ = θ(u, w) in radians; null where u or w is 0. */
  readonly gamma: number | null;
  /** u without its part along w: of norm ‖u‖ sin γ. */
  readonly uAcross: Float64Array;
}

/** undefined where the run ended nowhere that is known, or left the numbers. */
export function atLimit(run: RvsmCase): RvsmAtLimit | undefined {
  const { limit, penalty, t, beta, patches, truth, size, lossKind } = run;
  if (!limit) return undefined;
  const w = Float64Array.from(limit.w);
  if (!w.every(Number.isFinite)) return undefined;
  const u = penalty.prox(w, t);
  const offProx = distance(u, Float64Array.from(limit.u));
  let gradient: Float64Array | undefined = limit.gradient && Float64Array.from(limit.gradient);
  if (!gradient && lossKind === "population" && truth && patches !== undefined)
    gradient = populationLoss({ wStar: truth, patches }).gradient(w);
  const [wNorm, uNorm] = [norm(w), norm(u)];
  const residual = limit.residual ?? RESIDUAL;
  const terms = (gradient ? norm(gradient) : 0) + size / (patches ?? 1) + beta * (wNorm + uNorm);
  const gamma = angle(u, w);
  return {
    w,
    u,
    offProx,
    gradient,
    residual,
    slackness: 4 * residual + 2 ** -48 * terms,
    wNorm,
    uNorm,
    apart: distance(w, u),
    gamma: Number.isNaN(gamma) ? null : gamma,
    uAcross: orthogonalPart(u, w),
  };
}

/** What is measured against the truth. */
export interface TruthAtLimit extends RvsmAtLimit {
  readonly truth: Float64Array;
  /** k. */
  readonly patches: number;
  /** c = ‖w*‖. */
  readonly size: number;
  /** θ = θ(w, w*) in radians. */
  readonly theta: number;
  /** κ = kπ/(π − θ). */
  readonly kappa: number;
  /** w* without its part along w: of norm ‖w*‖ sin θ. */
  readonly truthAcross: Float64Array;
}

export function truthAtLimit(run: RvsmCase, at: RvsmAtLimit): TruthAtLimit | undefined {
  const { truth, patches, size } = run;
  if (!truth || patches === undefined) return undefined;
  const theta = angle(at.w, truth);
  if (Number.isNaN(theta)) return undefined;
  const kappa = (patches * Math.PI) / (Math.PI - theta);
  const truthAcross = orthogonalPart(truth, at.w);
  return { ...at, truth, patches, size, theta, kappa, truthAcross };
}
