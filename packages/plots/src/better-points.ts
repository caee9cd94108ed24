import type { CurvePoint } from "./function-curve.ts";
import type { PenaltySamples } from "./penalty-samples.ts";
import { thin } from "./thin.ts";

/** Where a prox is not the minimiser that it should be. */
export interface BetterPoints {
  /** (v, u) with a u that is better than prox(v, t). */
  readonly u: readonly CurvePoint[];
  /** (v, P(u) + (u − v)²/(2t)), which is less than the envelope. */
  readonly objective: readonly CurvePoint[];
  /** The one of them that is better by most. */
  readonly worst: CurvePoint | undefined;
}

const most = 1000; // samples that are looked at

/**
 * Holds a prox to its samples: the envelope at v may not be above P(u) + (u − v)²/(2t) for any u among them.
 *
 * What is found is wrong for sure, but for rounding; not all that is wrong is found.
 *
 * @param t the step; for 0 there is nothing to find
 * @param spacing of the points that are returned, at least, in units of v
 */
export function betterPoints(
  { v, value, envelope }: PenaltySamples,
  t: number,
  spacing: number,
): BetterPoints {
  const at = (y: ArrayLike<number>) => Array.from(v, (x, i) => ({ x, y: y[i] }));
  const candidates = thin(
    at(value).filter(({ y }) => Number.isFinite(y)),
    most,
  );
  const found: { u: CurvePoint[]; objective: CurvePoint[] } = { u: [], objective: [] };
  let [worst, gain]: [CurvePoint | undefined, number] = [undefined, 0];
  let next = Number.NEGATIVE_INFINITY;
  for (const { x, y: claimed } of t > 0 ? thin(at(envelope), most) : []) {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (const { x: u, y } of candidates) {
      const objective = y + ((u - x) / t) * ((u - x) / 2);
      if (objective < least) [best, least] = [u, objective];
    }
    if (!(least < claimed - 1e-9 * Math.max(Math.abs(claimed), least))) continue;
    const run = found.u.length; // dots are not joined
    const point = { x, y: best, run };
    if (claimed - least >= gain) [worst, gain] = [point, claimed - least];
    if (x < next) continue;
    found.u.push(point);
    found.objective.push({ x, y: least, run });
    next = x + spacing;
  }
  return { ...found, worst };
}
