import { ArgumentError } from "@proxkit/core";
import type { Penalty, SeparablePenalty } from "@proxkit/penalty";
import { checkNonNegative } from "../checks.ts";

/** How many points a side is looked at on, and how often the best place is narrowed down. */
const GRID = 64;
const NARROWINGS = 60;

/**
 * How far a penalty's prox moves one entry at most.
 *
 *     D = sup { |v − prox(v, t)| : |v| ≤ reach }
 *
 * For l1 it is t, for l0 √(2t), for TL1 its threshold, if `reach` is as large; for the elastic net and for bounds
 * it grows with `reach`. Exact where P is convex (the ends decide) or concave on [0, ∞) (the threshold
 * decides); for others found on a grid and narrowed down, and then a bound from below.
 *
 * @param penalty a separable penalty; for others the answer is null
 * @param t ≥ 0, such as λ/β
 * @param reach ≥ 0, the largest |v| that is asked about, such as 1 on the unit sphere
 * @throws ArgumentError if t or reach is negative or not finite
 * @example
 * ```ts
 * import { l0 } from "@proxkit/penalties-l0";
 * import { largestDisplacement } from "@proxkit/solvers";
 *
 * console.log(largestDisplacement(l0(), 0.02, 1)); // 0.2
 * ```
 * Source: the proof of eq. (14), where D = λ/β for l1.
 */
export function largestDisplacement(penalty: Penalty, t: number, reach: number): number | null {
  checkNonNegative("largestDisplacement", "t", t);
  checkNonNegative("largestDisplacement", "reach", reach);
  if (!isSeparable(penalty)) return null;
  const { scalar } = penalty;
  const moved = (v: number) => Math.abs(v - scalar.prox(v, t));
  const threshold = Math.min(scalar.threshold(t), reach);
  const ends = [reach, -reach, threshold, -threshold];
  if (!ends.every((v) => Number.isFinite(moved(v))))
    throw new ArgumentError({
      caller: "largestDisplacement",
      argument: "penalty",
      expected: "have a finite prox between ±reach",
      received: penalty.name,
    });
  let best = Math.max(...ends.map(moved));
  if (penalty.traits.convex || reach === 0) return best; // v − prox(v) rises with v

  const cell = reach / GRID;
  let place = 0;
  for (let n = -GRID; n <= GRID; n++) {
    const here = moved(n * cell);
    if (here > best) [best, place] = [here, n * cell];
  }
  if (place === 0) return best;
  let low = Math.max(-reach, place - cell);
  let high = Math.min(reach, place + cell);
  for (let n = 0; n < NARROWINGS; n++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    const [atA, atB] = [moved(a), moved(b)];
    best = Math.max(best, atA, atB);
    if (atA < atB) low = a;
    else high = b;
  }
  return best;
}

export function isSeparable(penalty: Penalty): penalty is SeparablePenalty {
  return "scalar" in penalty && penalty.traits.separable;
}
