import fc from "fast-check";

/** Positive numbers over decades, all of them equally likely. */
export function decades(from: number, to: number): fc.Arbitrary<number> {
  return fc
    .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: from, max: to }))
    .map(([x, e]) => x * 10 ** e);
}

/** Factors about 1, from one rounding to many decades: what to multiply a critical number with. */
export const aboutOne: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -4, max: 4 }).map((n) => 1 + n * 2 ** -52),
  fc.tuple(decades(-15, -1), fc.constantFrom(-1, 1)).map(([by, sign]) => 1 + sign * by * 0.1),
  decades(-6, 5),
);
