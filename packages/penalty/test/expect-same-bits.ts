import type { SeparablePenalty } from "@proxkit/penalty";
import fc from "fast-check";
import { expect } from "vitest";

const steps = [0, 5e-324, 0.25, 1, 1e200, Number.MAX_VALUE, Number.POSITIVE_INFINITY];
const special = [0, -0, 1 / 0, -1 / 0, Number.NaN, -3, 5e-324];

/** The loops that a penalty has of its own give vectors what its scalar prox gives each number. */
export function expectSameBits({ prox, scalar }: SeparablePenalty): void {
  const vector = fc.float64Array({ maxLength: 30 });
  fc.assert(
    fc.property(vector, fc.constantFrom(...steps), (v, t) => {
      const edge = scalar.threshold(t);
      const all = Float64Array.of(...v, edge, -edge, ...special);
      const each = all.map((x) => scalar.prox(x, t));
      for (const [i, u] of prox(all, t).entries()) expect(u).toBe(each[i]);
    }),
  );
}
