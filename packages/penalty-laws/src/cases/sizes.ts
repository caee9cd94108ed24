import fc from "fast-check";

/** From 1 up to 10: as often with three decimals, which read well, as with all digits. */
const digits: fc.Arbitrary<number> = fc.oneof(
  { withCrossShrink: true },
  fc.integer({ min: 1000, max: 9999 }).map((n) => n / 1000),
  fc.double({ min: 1, max: 10, maxExcluded: true, noNaN: true }),
);

/** Positive numbers from 10^from to 10^(to + 1), equally often in each decade; 1 is the simplest. */
export function decades(from: number, to: number): fc.Arbitrary<number> {
  return fc
    .tuple(digits, fc.integer({ min: from, max: to }))
    .map(([x, e]) => (e < 0 ? x / 10 ** -e : x * 10 ** e));
}
