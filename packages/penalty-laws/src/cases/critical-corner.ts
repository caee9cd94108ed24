import { ULP } from "../numbers/rounding.ts";
import type { Subject } from "../subject/subject.ts";
import type { Case } from "./cases.ts";
import { thresholdOf } from "./threshold-of.ts";

/**
 * Points and steps within 8 ulps of where a jump is born: t = 1/ρ and |v| = threshold(t).
 *
 * Two minimisers are one there, so that an acos or a root has its argument at the end of its range. None
 * for penalties without scalar functions, or without a ρ that is positive and finite.
 */
export function criticalCorner(subject: Subject): readonly Case[] {
  const { scalar, penalty, lengths } = subject;
  const critical = 1 / penalty.traits.weakConvexity;
  if (!scalar || !(critical > 0 && critical < Number.POSITIVE_INFINITY)) return [];
  const ulps = Array.from({ length: 17 }, (_, i) => (i - 8) * ULP);
  return ulps.flatMap((late) => {
    const t = critical * (1 + late);
    const limit = thresholdOf(subject, t);
    return ulps.map((above) => ({
      v: new Float64Array(lengths.sizes[0]).fill(limit * (1 + above)),
      t,
    }));
  });
}
