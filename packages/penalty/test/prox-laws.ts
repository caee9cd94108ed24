import type { SeparablePenalty } from "@proxkit/penalty";
import fc from "fast-check";
import { expect, it } from "vitest";

/** v and t over many decades, and t so that |v| is near the threshold as often as not. */
function cases(penalty: SeparablePenalty): fc.Arbitrary<{ v: number; t: number }> {
  const sizes = fc
    .tuple(fc.double({ min: 0.1, max: 1, noNaN: true }), fc.integer({ min: -12, max: 12 }))
    .map(([x, e]) => x * 10 ** e);
  const anywhere = fc.record({ v: sizes, t: sizes });
  const nearThreshold = fc
    .tuple(sizes, fc.constantFrom(1 - 1e-3, 1 - 1e-9, 1 - 2 ** -52, 1, 1 + 2 ** -52, 1 + 1e-9, 1.1))
    .map(([t, by]) => ({ t, v: penalty.scalar.threshold(t) * by }));
  return fc
    .tuple(fc.oneof(anywhere, nearThreshold), fc.boolean())
    .map(([{ v, t }, flip]) => ({ v: flip ? -v : v, t }));
}

/** What every even separable penalty's prox obeys. Objective values are compared, never minimisers. */
export function itObeysTheProxLaws(title: string, penalty: SeparablePenalty): void {
  const { prox, value, threshold } = penalty.scalar;
  const objective = (u: number, v: number, t: number) => t * value(u) + 0.5 * (u - v) ** 2;

  it(`${title}: no point of a refined grid beats the prox`, () => {
    fc.assert(
      fc.property(cases(penalty), ({ v, t }) => {
        const p = prox(v, t);
        const best = objective(p, v, t);
        const slack = 1e-13 * (0.5 * v * v + t * value(v));
        for (let i = -8; i <= 72; i++)
          expect(objective((v * i) / 64, v, t)).toBeGreaterThanOrEqual(best - slack);
        for (let e = 1; e <= 15; e++)
          for (const u of [p * (1 + 10 ** -e), p * (1 - 10 ** -e), v * 10 ** -e])
            expect(objective(u, v, t)).toBeGreaterThanOrEqual(best - slack);
      }),
    );
  });

  it(`${title}: is 0 at and below the threshold, and not 0 above it`, () => {
    fc.assert(
      fc.property(cases(penalty), ({ v, t }) => {
        if (Math.abs(v) <= threshold(t)) expect(prox(v, t)).toBe(0);
        else if (Math.abs(v) > threshold(t) * (1 + 1e-14)) expect(prox(v, t)).not.toBe(0);
      }),
    );
  });

  it(`${title}: is odd, shrinks, and grows with v`, () => {
    fc.assert(
      fc.property(cases(penalty), fc.double({ min: 1, max: 2, noNaN: true }), ({ v, t }, by) => {
        const p = prox(v, t);
        expect(Math.abs(p)).toBeLessThanOrEqual(Math.abs(v));
        expect(prox(-v, t) + p).toBe(0);
        expect(Math.abs(prox(v * by, t))).toBeGreaterThanOrEqual(Math.abs(p) - 1e-15 * Math.abs(v));
      }),
    );
  });

  it(`${title}: knows what to do at the ends of the number range`, () => {
    expect(prox(Number.NaN, 1)).toBeNaN();
    expect(prox(Number.NaN, 0)).toBeNaN();
    expect(value(Number.NaN)).toBeNaN();
    expect(prox(Number.POSITIVE_INFINITY, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(prox(Number.NEGATIVE_INFINITY, 1)).toBe(Number.NEGATIVE_INFINITY);
    for (const v of [0, -0, 5e-324, -5e-324, 1e-310, 3, Number.MAX_VALUE])
      expect(prox(v, 0)).toBe(v);
    for (const v of [-0, -5e-324, 5e-324]) expect(prox(v, 1)).toBe(0); // +0: toBe tells them apart
    for (const v of [1, 1e300]) expect(prox(v, Number.POSITIVE_INFINITY)).toBe(0);
    expect(penalty.prox(new Float64Array(0), 1)).toHaveLength(0);
    expect(penalty.value(new Float64Array(0))).toBe(0);
  });

  it(`${title}: is declared truthfully`, () => {
    expect(penalty.traits.separable).toBe(true);
    expect(value(0)).toBe(0);
    expect(value(2)).toBeGreaterThan(0);
    expect(penalty.traits.convex).toBe(penalty.traits.weakConvexity === 0);
    expect(JSON.parse(JSON.stringify(penalty.parameters))).toEqual(penalty.parameters);
  });
}
