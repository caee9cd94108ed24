import { elasticNet } from "@proxkit/penalties-elastic-net";
import { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import { mcp } from "@proxkit/penalties-mcp";
import { scad } from "@proxkit/penalties-scad";
import { tl1 } from "@proxkit/penalties-tl1";
import { blocks, type Penalty, restricted, scaled } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { describe, it } from "vitest";

const listed = [[3, 0], [1]];
const penalties: Readonly<Record<string, Penalty>> = {
  "the group lasso": group({ size: 2 }),
  "the group lasso of groups of one": group({ size: 1 }),
  "the group lasso of listed groups": group({ groups: listed }),
  "the weighted group lasso": group({ size: 2, weights: [1, 0, 3] }),
  "a group elastic net": group({ size: 3, radial: elasticNet() }),
  "group l0": group({ size: 2, radial: l0() }),
  "group TL1": group({ size: 2, radial: tl1({ a: 0.5 }) }),
  "group MCP": group({ groups: listed, radial: mcp(), weights: "equal" }),
  "group SCAD": group({ size: 2, radial: scad() }),
  "a scaled group lasso": scaled(group({ size: 2 }), 3),
  "a group lasso after an intercept": restricted(group({ size: 2 }), [1, 2, 3, 4]),
  "a group lasso beside TL1": blocks([
    { penalty: group({ size: 2 }), length: 4 },
    { penalty: tl1(), length: 1 },
  ]),
};

describe.each(Object.entries(penalties))("%s", (_, penalty) => {
  for (const law of penaltyLaws(penalty, { numRuns: 100 })) it(law.name, law.check);
});
