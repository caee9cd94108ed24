import { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The least value of f on a square around 0, by a grid that is refined around its best points. */
function leastOnPlane(f: (x: number, y: number) => number, reach: number): number {
  let centres = [{ x: 0, y: 0, f: f(0, 0) }];
  for (let width = reach; width > 1e-9 * reach; width /= 4) {
    const points = centres.flatMap(({ x, y }) =>
      Array.from({ length: 21 * 21 }, (_, n) => {
        const at = {
          x: x + (((n % 21) - 10) / 10) * width,
          y: y + ((n - (n % 21)) / 210 - 1) * width,
        };
        return { ...at, f: f(at.x, at.y) };
      }),
    );
    centres = [...centres, ...points].sort((a, b) => a.f - b.f).slice(0, 3);
  }
  return centres[0].f;
}

const coordinate = fc.integer({ min: -3e5, max: 3e5 }).map((n) => n / 1e5);
const step = fc.integer({ min: 1, max: 3e3 }).map((n) => n / 1e3);

describe("group, against a search of the plane", () => {
  it.each([
    ["l1", l1()],
    ["l0", l0()],
    ["TL1", tl1({ a: 0.5 })],
  ])("finds the least objective with %s inside", (_, radial) => {
    const penalty = group({ size: 2, radial });
    fc.assert(
      fc.property(coordinate, coordinate, step, (x, y, t) => {
        const objective = (ux: number, uy: number) =>
          t * Math.SQRT2 * radial.scalar.value(Math.sqrt(ux * ux + uy * uy)) +
          0.5 * ((ux - x) ** 2 + (uy - y) ** 2);
        const [px, py] = penalty.prox(Float64Array.of(x, y), t);
        const found = leastOnPlane(objective, 3);
        expect(objective(px, py)).toBeLessThanOrEqual(found + 1e-12);
      }),
      { numRuns: 15 },
    );
  });
});
