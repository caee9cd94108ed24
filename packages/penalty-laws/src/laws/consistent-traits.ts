import { type CheckableLaw, defineLaw } from "../define-law.ts";

/**
 * convex and separable are booleans, weakConvexity is a number from 0 to Infinity, and it is 0 exactly where
 * convex is true; a penalty with scalar functions is separable.
 *
 * Scope: every penalty. Catches a trait that was forgotten, and a convex one that declares ρ > 0.
 */
export const consistentTraits: CheckableLaw = defineLaw<object>({
  name: "traits do not contradict each other",
  always: () => [{}],
  contradiction({ penalty, scalar }) {
    const { convex, separable, weakConvexity } = penalty.traits;
    const numbers = {
      convex: String(convex),
      separable: String(separable),
      weakConvexity: String(weakConvexity),
    };
    if (typeof convex !== "boolean" || typeof separable !== "boolean")
      return { claim: "traits.convex and traits.separable must be true or false", numbers };
    if (!(typeof weakConvexity === "number" && weakConvexity >= 0))
      return { claim: "traits.weakConvexity must be a number, at least 0", numbers };
    if (convex !== (weakConvexity === 0))
      return { claim: "weakConvexity is 0 where convex is true, and nowhere else", numbers };
    if (scalar && !separable)
      return { claim: "it has scalar functions and is not declared separable", numbers };
    return undefined;
  },
});
