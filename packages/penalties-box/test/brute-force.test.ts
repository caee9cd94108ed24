import { box } from "@proxkit/penalties-box";
import type { SeparablePenalty } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concave, convex, titleOf, twoLogs } from "./inner-penalties.ts";

/** The least value of f between two ends, by a grid that is refined around its best points. */
function leastBetween(f: (u: number) => number, from: number, to: number): number {
  let cells = [{ from, to }];
  let least = Math.min(f(from), f(to), from <= 0 && to >= 0 ? f(0) : Number.POSITIVE_INFINITY);
  for (let depth = 0, parts = 400; depth < 7; depth++, parts = 40) {
    const points = cells.flatMap(({ from, to }) =>
      Array.from({ length: parts + 1 }, (_, n) => {
        const u = from + ((to - from) * n) / parts;
        return { u, f: f(u), step: (to - from) / parts };
      }),
    );
    points.sort((a, b) => a.f - b.f);
    least = Math.min(least, points[0].f);
    cells = points.slice(0, 4).map(({ u, step }) => ({
      from: Math.max(from, u - step),
      to: Math.min(to, u + step),
    }));
  }
  return least;
}

const number = (size: number) => fc.integer({ min: -1e5, max: 1e5 }).map((n) => (n / 1e5) * size);
const step = fc.oneof(
  number(3).map((e) => 10 ** (e / 2)),
  fc.constantFrom(0.5, 1, 2, 3, 6),
);
const size = fc.oneof(number(4).map(Math.abs), fc.constantFrom(0, 0.1, 0.5, 1, 1.5, 2));

function itFindsTheLeastObjective(
  penalty: SeparablePenalty | undefined,
  bounds: fc.Arbitrary<readonly [lower: number, upper: number]>,
): void {
  const title = penalty ? titleOf(penalty) : "bounds alone";
  it(`${title}: no point within the bounds beats the prox`, () => {
    fc.assert(
      fc.property(bounds, number(6), step, ([lower, upper], v, t) => {
        const u = box({ lower, upper, penalty }).scalar.prox(v, t);
        expect(u).toBeGreaterThanOrEqual(lower);
        expect(u).toBeLessThanOrEqual(upper);
        const p = (x: number) => penalty?.scalar.value(x) ?? 0;
        const objective = (x: number) => t * p(x) + 0.5 * (x - v) ** 2;
        const found = leastBetween(objective, Math.max(lower, -9), Math.min(upper, 9));
        expect(objective(u)).toBeLessThanOrEqual(found + 1e-14 * (t * p(9) + 40));
      }),
      { numRuns: 60 },
    );
  });
}

describe("box, against a search between the bounds", () => {
  const around0 = fc.tuple(
    size.map((x) => -x),
    size,
  );
  const anywhere = fc
    .tuple(number(4), size)
    .map(([lower, width]) => [lower, lower + width] as const);
  const halfOpen = fc.oneof(
    number(4).map((lower) => [lower, Number.POSITIVE_INFINITY] as const),
    number(4).map((upper) => [Number.NEGATIVE_INFINITY, upper] as const),
  );
  const positive = fc.constant([0, Number.POSITIVE_INFINITY] as const);

  for (const penalty of [undefined, ...convex])
    itFindsTheLeastObjective(penalty, fc.oneof(anywhere, halfOpen, around0, positive));
  for (const penalty of [...concave, twoLogs])
    itFindsTheLeastObjective(penalty, fc.oneof(around0, positive));
});
