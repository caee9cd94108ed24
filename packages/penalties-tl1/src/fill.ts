import { proxAt } from "./prox-at.ts";
import { denominator, numerator } from "./squared-ratio.ts";
import type { TL1Step } from "./tl1-step.ts";

const BLOCK = 128;
/** By how many entries the roots are ahead of what needs them. */
const AHEAD = 4;
/** Room for a block's h and X², which stays in the cache; the roots run on beyond the block, where nothing is read. */
const heights = new Float64Array(BLOCK + AHEAD);
const squares = new Float64Array(BLOCK);

/**
 * out ← the prox of v, entry by entry: the bits of `proxAt`.
 *
 * In blocks. One in which most entries are above the threshold takes three passes, without branches: a machine
 * works on several entries at a time, and on more if each takes fewer instructions. The second takes the roots, too, of
 * entries that come later: the divider, which does them, would else be idle there.
 */
export function fillWith(at: TL1Step, v: Float64Array, out: Float64Array): void {
  // outside, what the passes compute where the prox is 0 could leave the range of doubles
  const inRange = at.a > 1e-30 && at.threshold < 1e200;
  let above = BLOCK; // in the block before
  for (let from = 0; from < v.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, v.length);
    if (!inRange || 2 * above < BLOCK) above = byEntry(at, v, out, from, to);
    else {
      above = begin(at, v, from, to);
      middle(at, to - from);
      end(at, v, out, from, to);
    }
  }
}

function byEntry(
  at: TL1Step,
  v: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
): number {
  let above = 0;
  for (let i = from; i < to; i++) {
    above += +(Math.abs(v[i]) > at.threshold);
    out[i] = proxAt(at, v[i]);
  }
  return above;
}

/** Writes h² and X² of `shrinkage`; of no meaning where the prox is 0. Returns how many x are above the threshold. */
function begin(at: TL1Step, v: Float64Array, from: number, to: number): number {
  const { threshold, scale, a, V, high, low } = at;
  let above = 0;
  for (let i = from; i < to; i++) {
    const x = Math.abs(v[i]);
    above += +(x > threshold);
    const z = x * scale;
    const X = a + z;
    const XX = X * X;
    const rounding = z - (X - a);
    const difference = z - high - low;
    const gap = (difference + Math.abs(difference)) / 2; // Math.max(0, …), without a branch
    heights[i - from] = (gap * (XX + X * V + V * V)) / (XX * X);
    squares[i - from] = XX + 2 * X * rounding;
  }
  return above;
}

/** Puts the numerator and the denominator of `shrinkage` in their places. */
function middle({ c }: TL1Step, count: number): void {
  for (let i = 0; i < AHEAD; i++) heights[i] = Math.sqrt(heights[i]);
  for (let i = 0; i < count; i++) {
    heights[i + AHEAD] = Math.sqrt(heights[i + AHEAD]);
    const h = heights[i];
    const Q = denominator(h);
    heights[i] = c * (Q + (1 - h) * numerator(h));
    squares[i] *= Q;
  }
}

function end(at: TL1Step, v: Float64Array, out: Float64Array, from: number, to: number): void {
  const { threshold, limit } = at;
  for (let i = from; i < to; i++) {
    const x = Math.abs(v[i]);
    const u = x - heights[i - from] / squares[i - from];
    if (!(x <= limit)) out[i] = v[i];
    else out[i] = u * (+(x > threshold) * +(u > 0) * (1 - 2 * +(v[i] < 0))) + 0; // no −0
  }
}
