import type { Penalty } from "@proxkit/penalty";
import fc from "fast-check";
import { expect } from "vitest";

/**
 * Compares t·P(u) + ½ ‖u − v‖² at the prox with its values at v, 0, the corners between them, points near
 * the prox at many scales, and random points: none is smaller.
 */
export function nothingBeatsTheProx(
  penalty: Penalty,
  v: Float64Array,
  t: number,
  random: number[],
): void {
  const objective = (u: Float64Array) =>
    t * penalty.value(u) + 0.5 * u.reduce((sum, ui, i) => sum + (ui - v[i]) ** 2, 0);
  const p = penalty.prox(v, t);
  const best = objective(p);
  const slack = 1e-12 * Math.max(1, objective(new Float64Array(v.length)), t * penalty.value(v));
  const draw = (i: number) => random[i % random.length];
  const rivals = [v, new Float64Array(v.length)];
  for (let n = 0; n < 64; n++) {
    rivals.push(v.map((vi, i) => ((n >> (i % 6)) & 1 ? vi : 0)));
    rivals.push(p.map((pi, i) => ((n >> (i % 6)) & 1 ? 0 : pi)));
    rivals.push(p.map((pi, i) => pi + draw(n + 7 * i) * 10 ** -(n % 13)));
  }
  for (const u of rivals) expect(objective(u)).toBeGreaterThanOrEqual(best - slack);
}

/** Numbers spread evenly, which fc.double's are not: most of those are tiny. */
const evenly = (size: number): fc.Arbitrary<number> =>
  fc.integer({ min: -1e6, max: 1e6 }).map((n) => (n / 1e6) * size);

/** Vectors of a length, steps over six decades, and numbers from −1 to 1 for rivals. */
export const minimisationCases = (
  length: number,
): fc.Arbitrary<{ v: Float64Array; t: number; random: number[] }> =>
  fc.record({
    v: fc
      .array(evenly(10), { minLength: length, maxLength: length })
      .map((list) => Float64Array.from(list)),
    t: evenly(3).map((e) => 10 ** e),
    random: fc.array(evenly(1), { minLength: 31, maxLength: 31 }),
  });
