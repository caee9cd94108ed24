import type { Figure } from "@proxkit/paper";
import type { Chart } from "@proxkit/plots";
import { expectTypeOf, it } from "vitest";

it("takes a Figure of @proxkit/paper as a Chart, and gives a Chart where a Figure is asked for", () => {
  expectTypeOf<Figure>().toEqualTypeOf<Chart>();
  expectTypeOf<Figure>().toExtend<Chart>();
  expectTypeOf<Chart>().toExtend<Figure>();
});
