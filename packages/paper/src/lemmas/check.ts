import type { SectionCheck } from "../section.ts";

export interface Sides {
  /** "Lemma 5.1.2" */
  readonly name: string;
  readonly claim: string;
  readonly left: number;
  readonly right: number;
  readonly words: string;
}

/** left ≤ right, or not; a NaN on either side fails and is written as null. */
export function atMost({ name, claim, left, right, words }: Sides): SectionCheck {
  const verdict = left <= right ? "holds" : "fails";
  const numbers = { left: orNull(left), right: orNull(right), slack: orNull(right - left) };
  return { name, claim, verdict, relation: "≤", ...numbers, words };
}

/** left < right. */
export function below({ name, claim, left, right, words }: Sides): SectionCheck {
  const verdict = left < right ? "holds" : "fails";
  const numbers = { left: orNull(left), right: orNull(right), slack: orNull(right - left) };
  return { name, claim, verdict, relation: "<", ...numbers, words };
}

/** left = right up to a tolerance that the words must state. */
export function equal({ name, claim, left, right, words }: Sides, tolerance: number): SectionCheck {
  const slack = tolerance - Math.abs(left - right);
  const numbers = { left: orNull(left), right: orNull(right), slack: orNull(slack) };
  return { name, claim, verdict: slack >= 0 ? "holds" : "fails", relation: "=", ...numbers, words };
}

function orNull(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
