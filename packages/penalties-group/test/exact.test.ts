import { group } from "@proxkit/penalties-group";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dyadic, exactly, minus, plus, sign, times } from "../../penalties-tl1/test/dyadic.ts";

/** The root to 200 bits: Newton's method for whole numbers, from above. */
function root({ m, e }: Dyadic): Dyadic {
  const shift = 400n + (e % 2 === 0 ? 0n : 1n);
  const n = m << shift;
  let x = 1n << BigInt((n.toString(2).length / 2 + 1) | 0);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return { m: x, e: (e - Number(shift)) / 2 };
    x = next;
  }
}

const magnitude = (x: Dyadic): Dyadic => (sign(x) < 0 ? { m: -x.m, e: x.e } : x);
const entries = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 60 }))
  .map(([n, e]) => (n === 0 ? 1 : n) / 3 ** e);
const cases = fc.record({
  v: fc.array(entries, { minLength: 1, maxLength: 6 }),
  scale: fc.integer({ min: -300, max: 300 }),
  share: fc.oneof(
    fc.double({ min: 0, max: 1.2, noNaN: true }),
    fc.constantFrom(1 - 2 ** -52, 1 - 2 ** -30, 1 + 2 ** -50),
  ),
});

describe("group, against exact arithmetic", () => {
  it("is v(1 − t/‖v‖) to 8 units of 2⁻⁵²·|vᵢ|, or 0, for the group lasso", () => {
    fc.assert(
      fc.property(cases, ({ v: list, scale, share }) => {
        const v = Float64Array.from(list, (x) => x * 2 ** scale);
        const t = Math.hypot(...v) * share;
        const n = root([...v].map((x) => times(exactly(x), exactly(x))).reduce(plus));
        const m = minus(n, exactly(t));
        const u = group({ size: v.length, weights: "equal" }).prox(v, t);
        expect(u.every(Number.isFinite)).toBe(true);
        u.forEach((ui, i) => {
          const V = exactly(v[i]);
          const wanted = sign(m) > 0 ? times(V, m) : exactly(0); // times 1/n
          const error = magnitude(minus(times(exactly(ui), n), wanted));
          const bound = times(exactly(8 * 2 ** -52), magnitude(V), n);
          expect(sign(minus(bound, error))).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("has the exact norm to 4 units of 2⁻⁵², wherever its square is", () => {
    fc.assert(
      fc.property(cases, ({ v: list, scale }) => {
        const v = Float64Array.from(list, (x) => x * 2 ** (3 * scale));
        const n = root([...v].map((x) => times(exactly(x), exactly(x))).reduce(plus));
        const value = group({ size: v.length, weights: "equal" }).value(v);
        expect(value).toBeLessThan(Number.POSITIVE_INFINITY);
        const error = magnitude(minus(exactly(value), n));
        expect(sign(minus(times(exactly(4 * 2 ** -52), n), error))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});
