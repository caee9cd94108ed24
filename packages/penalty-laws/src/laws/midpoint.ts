import type { Pair } from "../cases/cases.ts";
import type { Contradiction } from "../define-law.ts";
import { objectiveRounding } from "../numbers/rounding.ts";
import { dot, minus } from "../numbers/vectors.ts";
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
  if (value <= atMost + objectiveRounding(subject, new Float64Array(1), 1, atMost))
    return undefined;
  return { claim, numbers: { valueAtV: atV, valueAtW: atW, valueAtMiddle: value, atMost } };
}
