import type { Pair } from "../cases/cases.ts";
import type { Contradiction } from "../define-law.ts";
import { objectiveRounding, ULP } from "../numbers/rounding.ts";
import { dot, minus, replaced } from "../numbers/vectors.ts";
import type { Subject } from "../subject/subject.ts";

/**
 * Whether P + ρ/2 ‖·‖² is above its chord between v and w:
 *
 *     P((v + w)/2) ≤ P(v)/2 + P(w)/2 + ρ/8 ‖v − w‖²
 */
export function bentDown(
  subject: Subject,
  { v, w }: Pair,
  rho: number,
  claim: string,
): Contradiction | undefined {
  const middle = v.map((vi, i) => vi / 2 + w[i] / 2);
  const move = minus(w, v);
  const [value, atV, atW] = [middle, v, w].map((x) => subject.value(x));
  const atMost = atV / 2 + atW / 2 + (rho / 8) * dot(move, move);
  const slack = objectiveRounding(subject, new Float64Array(1), 1, atMost);
  if (value <= atMost + slack || value <= atMost + slack + besides(subject, middle, value))
    return undefined;
  return { claim, numbers: { valueAtV: atV, valueAtW: atW, valueAtMiddle: value, atMost } };
}

/**
 * How much less P is where the middle is rounded the other way: all of P where it takes differences of nearly
 * equal entries, as |w₁ − w₂| does, and more than all beyond the edge of its domain.
 */
function besides(subject: Subject, middle: Float64Array, value: number): number {
  return middle.reduce((sum, x, i) => {
    const nudged = [1 - ULP, 1 + ULP].map((by) => subject.value(replaced(middle, i, x * by)));
    return sum + Math.max(0, value - Math.min(...nudged));
  }, 0);
}
