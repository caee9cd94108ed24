import fc from "fast-check";
import type { Subject } from "../subject/subject.ts";
import { type Case, vectorCases } from "./cases.ts";

/** A vector of which one entry is to be something special. */
export interface OneEntry extends Case {
  /** Which entry. */
  readonly i: number;
}

/** v, t, and the index of one entry of v. */
export function oneEntry(subject: Subject): fc.Arbitrary<OneEntry> {
  return fc
    .tuple(vectorCases(subject), fc.nat(7))
    .map(([{ v, t }, index]) => ({ v, t, i: index % v.length }));
}
