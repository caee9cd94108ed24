import plugin, { tl1 } from "@proxkit/penalties-tl1";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { describe, it } from "vitest";

describe("tl1", () => {
  for (const law of penaltyLaws(tl1({ a: 1 }), { plugin })) it(law.name, law.check);
});
