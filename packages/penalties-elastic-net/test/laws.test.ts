import plugin, { elasticNet } from "@proxkit/penalties-elastic-net";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { describe, it } from "vitest";

/** P*(s) = Σ max(|sᵢ| − ratio, 0)²/(2(1 − ratio)), for ratio < 1. */
const conjugateOf = (ratio: number) => ({
  value: (s: Float64Array) =>
    s.reduce((sum, si) => sum + Math.max(Math.abs(si) - ratio, 0) ** 2, 0) / (2 * (1 - ratio)),
});

describe.each([0, 0.01, 0.15, 0.5, 0.95, 1])("the elastic net of ratio %d", (ratio) => {
  const conjugate = ratio < 1 ? conjugateOf(ratio) : undefined;
  for (const law of penaltyLaws(elasticNet({ ratio }), { conjugate, plugin }))
    it(law.name, law.check);
});
