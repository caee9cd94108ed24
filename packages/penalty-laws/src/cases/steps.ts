import fc from "fast-check";
import { ULP } from "../numbers/rounding.ts";
import type { Subject } from "../subject/subject.ts";
import { decades } from "./sizes.ts";

const aroundOne = [1, 0.5, 0.9, 1.1, 1.3, 1.7, 2, 3, 10, 1 - 1e-9, 1 + 1e-9, 1 - ULP, 1 + ULP];

/** Steps t over twelve decades, and around 1/ρ, where the prox of a weakly convex penalty begins to jump. */
export function steps(subject: Subject): fc.Arbitrary<number> {
  const anywhere = decades(-6, 5);
  const critical = 1 / subject.penalty.traits.weakConvexity;
  if (!(critical > 0 && critical < Number.POSITIVE_INFINITY)) return anywhere;
  const nearCritical = fc.constantFrom(...aroundOne).map((by) => critical * by);
  return fc.oneof({ withCrossShrink: true }, { arbitrary: anywhere, weight: 2 }, nearCritical);
}
