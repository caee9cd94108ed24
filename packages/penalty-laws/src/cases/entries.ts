import fc from "fast-check";
import { ULP } from "../numbers/rounding.ts";
import type { Subject } from "../subject/subject.ts";
import { decades } from "./sizes.ts";
import { thresholdOf } from "./threshold-of.ts";

/** An entry of v, placed when t is known. */
export type Entry = (t: number) => number;

const fixed = (x: number): Entry => {
  return () => x;
};

const nearOne = [1 - ULP, 1 + ULP, 1 + 4 * ULP, 1 - 1e-9, 1 + 1e-9, 0.999, 1.001, 0.98, 1.02];
const by = fc.oneof({ withCrossShrink: true }, decades(-1, 0), fc.constantFrom(1, ...nearOne));

/**
 * Entries where a prox may go wrong: of any size from 1e-6 to 1e7, of the size of t or √t, around the
 * threshold (by ulps too), around the numbers among the parameters and up to t beyond them, and 0.
 */
export function entries(subject: Subject): fc.Arbitrary<Entry> {
  const { scalar, landmarks } = subject;
  const places: ((by: number) => Entry)[] = [
    (x) => (t) => x * t,
    (x) => (t) => x * Math.sqrt(t),
    ...landmarks.map((landmark) => (x: number) => () => x * landmark),
    ...landmarks.map((landmark) => (x: number) => (t: number) => landmark + x * t),
  ];
  const atThreshold = (x: number) => (t: number) => x * thresholdOf(subject, t);
  if (scalar) places.push(atThreshold, atThreshold, atThreshold); // thrice as often as others
  const sized = fc.oneof(
    { withCrossShrink: true },
    { arbitrary: decades(-6, 6).map(fixed), weight: 3 },
    {
      arbitrary: fc.tuple(fc.constantFrom(...places), by).map(([place, x]) => place(x)),
      weight: 5,
    },
  );
  const signed = fc
    .tuple(sized, fc.boolean())
    .map(([entry, flip]): Entry => (flip ? (t) => -entry(t) : entry));
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant<Entry>(() => 0), weight: 1 },
    { arbitrary: signed, weight: 9 },
  );
}
