import { describe, expect, it } from "vitest";
import type { Model } from "../src/model/model-file.ts";
import { penaltyOf } from "../src/model/penalty-of.ts";
import { loadPenalty } from "../src/penalty/load-penalty.ts";

describe("the penalty of a model", () => {
  it.each([
    "l1",
    "tl1:a=1e-7",
    "box:lower=null,upper=1", // a bound that is not set, where the default is 0
    "box:lower=-1,penalty=(mcp:gamma=2)",
    "group:groups=[[0,1],[2]],radial=(tl1:a=0.5),weights=[1,2]",
    "group:size=3,weights=equal",
  ])("is the one that it was learned with: %s", async (text) => {
    const { penalty, module } = await loadPenalty(text);
    const { name, parameters } = penalty;
    const saved = JSON.parse(JSON.stringify({ module, name, parameters }));
    const again = await penaltyOf("m.json", { penalty: saved } as Model);
    const v = Float64Array.of(-5, 0.7, 2);
    expect(again.value(v)).toBe(penalty.value(v));
    expect(again.prox(v, 0.3)).toEqual(penalty.prox(v, 0.3));
    expect([again.name, again.parameters]).toEqual([name, parameters]);
  });
});
