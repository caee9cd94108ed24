import { objective } from "../numbers/objective.ts";
import { ULP } from "../numbers/rounding.ts";
import { replaced } from "../numbers/vectors.ts";
import type { Subject } from "../subject/subject.ts";
import { refine } from "./refine.ts";

/** A point and t·P(u) + ½ ‖u − v‖² there. */
export interface Candidate {
  readonly u: Float64Array;
  readonly objective: number;
}

/**
 * The best of many candidates for the prox of v, in objective value; p, which claims to be it, only guides.
 *
 * 0 and v; each coordinate alone on a refined grid and at sizes of many decades; the lines from 0 through v,
 * through p and through v with some coordinates at 0 (a group of them may vanish), and the line from p to v;
 * then, if that helped, each coordinate again.
 */
export function betterPoint(
  subject: Subject,
  p: Float64Array,
  v: Float64Array,
  t: number,
): Candidate {
  const at = (u: Float64Array): Candidate => ({ u, objective: objective(subject, u, v, t) });
  let best = at(v.slice());
  const consider = (u: Float64Array): void => {
    const candidate = at(u);
    const margin = 8 * ULP * candidate.objective; // of two that only rounding tells apart, the first is simpler
    if (candidate.objective + margin < best.objective || Number.isNaN(best.objective))
      best = candidate;
  };
  const line = (from: Float64Array, direction: Float64Array): void => {
    const point = (s: number) => from.map((x, i) => x + s * direction[i]);
    consider(point(refine((s) => at(point(s)).objective, -0.125, 1.125, 6).at));
  };
  const alone = (from: Float64Array, i: number): void => {
    const [low, high] = [Math.min(0, v[i], p[i]), Math.max(0, v[i], p[i])];
    const margin = (high - low) / 8;
    const f = (x: number) => at(replaced(from, i, x)).objective;
    consider(replaced(from, i, refine(f, low - margin, high + margin).at));
    for (const x of manySizes(p[i], v[i])) consider(replaced(from, i, x));
  };

  const zero = new Float64Array(v.length);
  consider(zero);
  const coordinates = spread(v.length, 8);
  for (const i of coordinates) alone(p, i);
  if (v.length === 1) return best;
  const alongAxes = best;
  for (const direction of [v, p, ...masked(v)]) line(zero, direction);
  line(
    p,
    v.map((vi, i) => vi - p[i]),
  );
  if (best !== alongAxes) for (const i of coordinates) alone(best.u, i);
  return best;
}

/** 0, points close to p on both sides, and points from v down to 0, by decades. */
function manySizes(p: number, v: number): readonly number[] {
  const sizes = [0];
  for (let e = 1; e <= 15; e++) sizes.push(p * (1 + 10 ** -e), p * (1 - 10 ** -e), v * 10 ** -e);
  return sizes;
}

/** v with some coordinates at 0: all ways to choose them up to length 4, runs of them beyond. */
function masked(v: Float64Array): readonly Float64Array[] {
  const d = v.length;
  if (d <= 4)
    return Array.from({ length: 2 ** d - 2 }, (_, mask) =>
      v.map((vi, i) => (((mask + 1) >> i) & 1 ? vi : 0)),
    );
  return spread(d, 4).flatMap((cut) => [
    v.map((vi, i) => (i < cut ? vi : 0)),
    v.map((vi, i) => (i < cut ? 0 : vi)),
  ]);
}

/** At most `count` of the indices below `length`, evenly. */
function spread(length: number, count: number): readonly number[] {
  const chosen = Math.min(length, count);
  return Array.from({ length: chosen }, (_, i) => Math.floor((i * length) / chosen));
}
