import type { SeparablePenalty } from "@proxkit/penalty";
import type { FigureCurve } from "../section.ts";

/** The least number above x > 0, for practical purposes: a few units in the last place more. */
const JUST_ABOVE = 1 + 2 ** -50;
/** A rise of the prox over JUST_ABOVE that no continuous prox of the paper has. */
const JUMP = 1e-6;

/** What prox(·, t) jumps to as |v| passes the threshold; about 0 where it does not jump. */
export function jumpOf({ scalar }: SeparablePenalty, t: number): number {
  return scalar.prox(scalar.threshold(t) * JUST_ABOVE, t);
}

/** v → prox(v, t) for |v| ≤ reach, with a gap where it jumps. */
export function thresholdingCurve(
  penalty: SeparablePenalty,
  t: number,
  reach: number,
): FigureCurve {
  const { scalar } = penalty;
  const edge = scalar.threshold(t);
  const above = edge * JUST_ABOVE;
  const n = 120;
  const right: [number, number | null][] = [[0, 0]];
  right.push([edge, 0]);
  if (jumpOf(penalty, t) > JUMP) right.push([above, null]);
  for (let i = 0; i <= n; i++) {
    const q = i / n;
    const v = i === 0 ? above : edge + (reach - edge) * q * q; // closest where it bends
    right.push([v, scalar.prox(v, t)]);
  }
  const left = right
    .slice(1)
    .toReversed()
    .map(([v, u]): [number, number | null] => [-v, u === null ? null : 0 - u]);
  const points = [...left, ...right];
  return { label: "prox", x: points.map(([v]) => v), y: points.map(([, u]) => u) };
}
