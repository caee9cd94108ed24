import { pullOfTruth } from "../theory/critical-angle.ts";
import { halfUnit } from "./half-unit.ts";
import { normOfLoss } from "./norm-of-loss.ts";

/** What the printed numbers of a column say of eq. (17). */
export interface CriticalPointEvidence {
  /** θ(w̄, w*), radians. */
  readonly angleW: number;
  /** θ(ū, w*), radians. */
  readonly angleU: number;
  /** f(ū) */
  readonly lossU: number;
  /** k */
  readonly patches: number;
  readonly beta: number;
}

/** Eq. (17) on printed numbers. */
export interface CriticalPointFinding {
  /** γ = θ(ū, w*) − θ(w̄, w*): at a critical point w̄ is between ū and w*. */
  readonly gamma: number;
  /** ‖ū‖ */
  readonly norm: number;
  /** (π − θ)/(kπ) sin θ */
  readonly left: number;
  /** β‖ū‖ sin γ */
  readonly right: number;
  /** left/right; 1 at a critical point. */
  readonly ratio: number;
  /** The ratios that the unprinted digits leave open. */
  readonly ratios: readonly [number, number];
  /** How far the ratio is from 1, as a factor from 1 on. */
  readonly factor: number;
  /** Whether a ratio of 1 is among those that the unprinted digits leave open. */
  readonly critical: boolean;
}

/**
 * Holds eq. (17) to numbers that are printed with 6 digits, without any run.
 *
 * @example
 * ```ts
 * import { criticalPoint } from "@proxkit/paper";
 *
 * const { factor, critical } = criticalPoint({
 *   angleW: 8.75685e-3,
 *   angleU: 3.37294e-1,
 *   lossU: 2.5715e-2,
 *   patches: 2,
 *   beta: 4e-3,
 * }); // Table 1, d = 10
 * console.log(critical, factor.toFixed(1)); // false 3.6
 * ```
 * Source: Dinh & Xin, eq. (17) and (8).
 */
export function criticalPoint(evidence: CriticalPointEvidence): CriticalPointFinding {
  const { angleW, angleU, lossU } = evidence;
  const ends = (x: number) => [x - halfUnit(x), x + halfUnit(x)];
  const corners = ends(angleW).flatMap((w) =>
    ends(angleU).flatMap((u) =>
      ends(lossU).map((f) => sides({ ...evidence, angleW: w, angleU: u, lossU: f }).ratio),
    ),
  );
  const ratios = [Math.min(...corners), Math.max(...corners)] as const;
  const found = sides(evidence);
  return {
    ...found,
    ratios,
    factor: Math.max(found.ratio, 1 / found.ratio),
    critical: ratios[0] <= 1 && 1 <= ratios[1],
  };
}

function sides({ angleW, angleU, lossU, patches, beta }: CriticalPointEvidence) {
  const gamma = angleU - angleW;
  const norm = normOfLoss(lossU, angleU, patches);
  const left = pullOfTruth(angleW, patches);
  const right = beta * norm * Math.sin(gamma);
  return { gamma, norm, left, right, ratio: left / right };
}
