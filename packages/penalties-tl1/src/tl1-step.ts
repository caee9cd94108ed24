import { readOptions, type TL1Constants } from "@proxkit/penalty";
import { product, scale, sum } from "./double-double.ts";
import { options, type TL1Options } from "./options.ts";
import { thresholdOf } from "./threshold-of.ts";

/** What the prox needs of t and a, found once for all entries. */
export interface TL1Step extends TL1Constants {
  readonly t: number;
}

/** Where X is 2²⁰ times its least, cR/X² is below 3·2⁻⁶⁰·x. */
const FAR = 2 ** 20;

/** The constants for a step t ≥ 0 with its threshold. t = 0 takes nothing from any x. */
export function stepFrom(t: number, a: number, threshold: number): TL1Step {
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

/**
 * What the prox of TL1 needs of t and a, found once for many entries: for a prox of one's own, such as
 * `tl1Threshold` of `@proxkit/kernels`.
 *
 * @param t at least 0
 * @param given a, default 1
 * @throws RangeError if t is negative or NaN; PenaltyOptionsError if a is not a finite number above 0
 * @example
 * ```ts
 * import { tl1Step } from "@proxkit/penalties-tl1";
 *
 * console.log(tl1Step(0.25, { a: 1 }).threshold); // 0.5
 * ```
 * Source: Dinh & Xin, Lemma 5.2.1.
 */
export function tl1Step(t: number, given: TL1Options = {}): TL1Step {
  const { a } = readOptions("tl1Step", options, given);
  if (!(t >= 0)) throw new RangeError(`tl1Step: t must be at least 0, received ${t}`);
  return stepFrom(t, a, thresholdOf(a)(t));
}

/** s with s·size about 1; for the ends of the range as near as s can come. */
function powerOfTwoFor(size: number): number {
  return 2 ** Math.max(-1022, Math.min(1000, -Math.floor(Math.log2(size))));
}
