import { pairs } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { bentDown } from "./midpoint.ts";

/**
 * P((v + w)/2) ≤ P(v)/2 + P(w)/2.
 *
 * Scope: penalties that are declared convex. Catches a trait copied from another penalty.
 */
export const valueIsConvex: CheckableLaw = defineLaw({
  name: "value is convex",
  outside: ({ penalty }) => (penalty.traits.convex ? undefined : "it is not declared convex"),
  cases: pairs,
  contradiction: (subject, pair) =>
    bentDown(subject, pair, 0, "declared convex, the value is above its chord from v to w"),
});
