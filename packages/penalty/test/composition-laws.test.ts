import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import { tl1 } from "@proxkit/penalties-tl1";
import { blocks, type Penalty, restricted, scaled, weighted } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { describe, it } from "vitest";
import { euclideanNorm } from "./euclidean-norm.ts";

const compositions: Readonly<Record<string, Penalty>> = {
  "weighted TL1": weighted(tl1({ a: 0.5 }), [1, 0, 3]),
  "weighted by nothing": weighted(l0(), [0, 0]),
  "scaled TL1": scaled(tl1({ a: 0.5 }), 3),
  "scaled l0": scaled(l0(), 0.1),
  "scaled by nothing": scaled(l0(), 0),
  "a scaled norm": scaled(euclideanNorm, 2.5),
  "scaled weights": scaled(weighted(mcp(), [2, 1, 0.1]), 4),
  "blocks by length": blocks([
    { penalty: tl1(), length: 1 },
    { penalty: l0(), length: 2 },
  ]),
  "blocks by index": blocks([
    { penalty: euclideanNorm, indices: [3, 0] },
    { penalty: scaled(l1(), 2), indices: [1] },
  ]),
  "a restricted norm": restricted(euclideanNorm, [1, 2]),
  "restricted TL1": restricted(tl1({ a: 2 }), [2, 0]),
  "restricted blocks": restricted(blocks([{ penalty: l1(), length: 2 }]), [0, 1]),
};

describe.each(Object.entries(compositions))("%s", (_, penalty) => {
  for (const law of penaltyLaws(penalty, { numRuns: 100 })) it(law.name, law.check);
});
