import fc from "fast-check";
import { type Case, cases } from "../cases/cases.ts";
import { decades } from "../cases/sizes.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { objective } from "../numbers/objective.ts";
import { plain } from "../numbers/plain-data.ts";
import { objectiveRounding } from "../numbers/rounding.ts";

interface TwoSteps extends Case {
  /** The other step, t < s. */
  readonly s: number;
}

/**
 * For t < s, P(prox(v, s)) ≤ P(prox(v, t)), and prox(v, s) is at least as far from v: over twelve decades
 * of t, the more the penalty counts the less of it is left.
 *
 * Both follow from adding up that each is best for its own step.
 * Scope: every penalty. Catches a t that is clipped, forgotten in a branch, or turned upside down.
 */
export const largerSteps: CheckableLaw = defineLaw<TwoSteps>({
  name: "larger steps leave less of the penalty",
  cases: (subject) =>
    fc.tuple(cases(subject), decades(-3, 5)).map(([{ v, t }, by]) => ({ v, t, s: t * (1 + by) })),
  contradiction(subject, { v, t, s }) {
    const [p, q] = [subject.prox(v, t), subject.prox(v, s)];
    const [near, far] = [distance(p, v), distance(q, v)];
    const [before, after] = [subject.value(p), subject.value(q)];
    const sizes = [objective(subject, p, v, s), objective(subject, q, v, s)];
    const slack = objectiveRounding(subject, v, s, ...sizes);
    const less = after <= before + (2 * slack) / (s - t);
    if (less && near <= far + 2 * slack + (2 * t * slack) / (s - t)) return undefined;
    return {
      claim: less
        ? "the larger step moves v less far"
        : "the larger step s leaves more of the penalty",
      numbers: {
        proxForT: plain(p),
        proxForS: plain(q),
        valueForT: before,
        valueForS: after,
        halfSquaredDistanceForT: near,
        halfSquaredDistanceForS: far,
      },
    };
  },
});

/** ½ ‖u − v‖². */
function distance(u: Float64Array, v: Float64Array): number {
  return u.reduce((sum, ui, i) => sum + (ui - v[i]) ** 2, 0) / 2;
}
