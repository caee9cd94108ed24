import fc from "fast-check";
import type { Subject } from "../subject/subject.ts";
import { type Entry, entries } from "./entries.ts";
import { steps } from "./steps.ts";

/** A point and a step. */
export interface Case {
  readonly v: Float64Array;
  readonly t: number;
}

/** Two points of the same length, and a step. */
export interface Pair extends Case {
  readonly w: Float64Array;
}

/** Lengths for laws about arithmetic: 1 is sharpest, and enough where all coordinates are alike. */
function sharpLengths({ lengths, scalar }: Subject): readonly number[] {
  return lengths.any && scalar ? [1] : lengths.sizes;
}

/** v and t, for laws about arithmetic. */
export function cases(subject: Subject): fc.Arbitrary<Case> {
  return casesOf(subject, sharpLengths(subject));
}

/** v of several lengths and t, for laws about arrays. */
export function vectorCases(subject: Subject): fc.Arbitrary<Case> {
  return casesOf(subject, subject.lengths.sizes);
}

function casesOf(subject: Subject, lengths: readonly number[]): fc.Arbitrary<Case> {
  return fc
    .tuple(steps(subject), lists(entries(subject), lengths))
    .map(([t, list]) => ({ v: Float64Array.from(list, (entry) => entry(t)), t }));
}

/** Lists of one of the lengths; shorter ones are simpler. */
function lists<T>(arbitrary: fc.Arbitrary<T>, lengths: readonly number[]): fc.Arbitrary<T[]> {
  const each = lengths.map((length) =>
    fc.array(arbitrary, { minLength: length, maxLength: length }),
  );
  return fc.oneof({ withCrossShrink: true }, ...each);
}

/** v, w and t, for laws about arithmetic; each entry of w is near that of v, or far from it. */
export function pairs(
  subject: Subject,
  step: fc.Arbitrary<number> = steps(subject),
): fc.Arbitrary<Pair> {
  return pairsOf(subject, sharpLengths(subject), step);
}

/** v and w of several lengths and t, for laws about arrays. */
export function vectorPairs(subject: Subject): fc.Arbitrary<Pair> {
  return pairsOf(subject, subject.lengths.sizes, steps(subject));
}

const apart = fc.constantFrom(
  1,
  0.5,
  0.1,
  1e-2,
  1e-3,
  1e-5,
  1e-8,
  1e-11,
  -0.1,
  -1e-3,
  -1e-5,
  -1e-8,
);

function pairsOf(
  subject: Subject,
  lengths: readonly number[],
  step: fc.Arbitrary<number>,
): fc.Arbitrary<Pair> {
  const entry = entries(subject);
  const far = fc.tuple(entry, entry);
  const near = fc
    .tuple(entry, apart)
    .map(([one, by]): [Entry, Entry] => [one, (t) => one(t) * (1 + by)]);
  const both = fc.oneof({ withCrossShrink: true }, far, near);
  return fc.tuple(step, lists(both, lengths)).map(([t, list]) => ({
    v: Float64Array.from(list, ([one]) => one(t)),
    w: Float64Array.from(list, ([, other]) => other(t)),
    t,
  }));
}
