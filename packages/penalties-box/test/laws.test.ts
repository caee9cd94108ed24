import { box, positive } from "@proxkit/penalties-box";
import { l1 } from "@proxkit/penalties-l1";
import { scad } from "@proxkit/penalties-scad";
import { blocks, type Penalty, restricted, scaled, weighted } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { describe, it } from "vitest";
import { capped, concave, convex, titleOf } from "./inner-penalties.ts";

const penalties: Record<string, Penalty> = {
  positivity: positive(),
  "an interval": box({ lower: -1, upper: 2 }),
  "an interval without 0": box({ lower: 1, upper: 2 }),
  "an interval far away": box({ lower: -2e3, upper: -1e3 }),
  "a half-line without 0": box({ lower: null, upper: -0.5, penalty: l1() }),
  "one point": box({ lower: 3, upper: 3, penalty: l1() }),
  "only 0": box({ lower: 0, upper: 0 }),
  "weighted bounds": weighted(box({ lower: -1, penalty: l1() }), [0, 1, 2]),
  "scaled bounds": scaled(box({ upper: 1, penalty: l1() }), 3),
  "bounds beside no bounds": blocks([
    { penalty: positive(), length: 1 },
    { penalty: l1(), length: 1 },
  ]),
  "restricted bounds": restricted(positive(l1()), [1]),
};
penalties["bounds within which SCAD is straight"] = box({ lower: -1, upper: 0.5, penalty: scad() });
penalties["bounds within which a steep SCAD is straight"] = box({
  lower: 0,
  upper: 0.3,
  penalty: scad({ a: 1.2, lambda: 0.4 }),
});
penalties["bounds within which capped l1 is straight"] = box({
  lower: -1,
  upper: 0.7,
  penalty: capped,
});
for (const penalty of [...convex, ...concave]) {
  penalties[`positive ${titleOf(penalty)}`] = positive(penalty);
  penalties[`${titleOf(penalty)} from −2 to 1`] = box({ lower: -2, upper: 1, penalty });
}

describe.each(Object.entries(penalties))("%s", (_, penalty) => {
  for (const law of penaltyLaws(penalty, { numRuns: 100 })) it(law.name, law.check);
});
