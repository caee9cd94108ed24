import { product, scale, sum } from "./double-double.ts";

/** What the prox needs of t and a, found once for all entries. */
export interface AtStep {
  readonly t: number;
  /** Up to here x becomes 0. */
  readonly threshold: number;
  /** From here on less is taken from x than it can show. */
  readonly limit: number;
  /** A power of two that makes X = a + x about 1 at the threshold. The lengths below are multiplied by it. */
  readonly scale: number;
  readonly a: number;
  /** V = ∛(27c/4) for c = t·a·(a + 1). */
  readonly V: number;
  /** V − a = high + low, with twice the digits of a double. */
  readonly high: number;
  readonly low: number;
  /** t·a·(a + 1)·scale²: a length divided by X² gives one in the units of x. */
  readonly c: number;
}

/** Where X is 2²⁰ times its least, cR/X² is below 3·2⁻⁶⁰·x. */
const FAR = 2 ** 20;

/** The constants for a step t ≥ 0 with its threshold. t = 0 takes nothing from any x. */
export function atStep(t: number, a: number, threshold: number): AtStep {
  const s = powerOfTwoFor(a + threshold);
  // in this order no product leaves the range of doubles unless the result does, or does not matter
  const c = scale(scale(sum(a * s, s), t), a * s);
  const [m, mLow] = scale([c[0] * s, c[1] * s], 6.75);
  const V = Math.cbrt(m);
  const [cube, cubeLow] = scale(product(V, V), V);
  const VLow = V > 0 ? (m - cube + (mLow - cubeLow)) / (3 * V * V) : 0; // one Newton step
  const [high, low] = sum(V, -a * s);
  return {
    t,
    threshold: t > 0 ? threshold : -1,
    limit: t > 0 ? Math.min(FAR / s, Number.MAX_VALUE) : -1,
    scale: s,
    a: a * s,
    V,
    high,
    low: low + VLow,
    c: c[0],
  };
}

/** s with s·size about 1; for the ends of the range as near as s can come. */
function powerOfTwoFor(size: number): number {
  return 2 ** Math.max(-1022, Math.min(1000, -Math.floor(Math.log2(size))));
}
