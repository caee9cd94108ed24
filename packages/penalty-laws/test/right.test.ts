import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { type Penalty, weighted } from "@proxkit/penalty";
import { checkPenalty, penaltyLaws } from "@proxkit/penalty-laws";
import { describe, expect, it } from "vitest";
import * as scalar from "./right-penalties.ts";
import * as vector from "./right-vector-penalties.ts";

const each = <T>(values: readonly T[], make: (value: T) => Penalty, name: string) =>
  values.map((value) => ({ title: `${name} ${value}`, penalty: make(value) }));

const right: readonly { title: string; penalty: Penalty }[] = [
  { title: "l1", penalty: l1() },
  { title: "l0", penalty: l0() },
  ...each([1e-3, 0.1, 1, 10, 1e8], (a) => tl1({ a }), "tl1 with a ="),
  ...each([0.5, 3, 1e4], scalar.mcp, "MCP with γ ="),
  ...each([2.01, 3.7, 1e3], scalar.scad, "SCAD with a ="),
  ...each([1e-3, 1, 1e3], scalar.logSum, "log-sum with ε ="),
  ...each([0.5, 1e-3], scalar.elasticNet, "elastic net with α ="),
  { title: "ridge, which has no threshold", penalty: scalar.ridge },
  { title: "half thresholding", penalty: scalar.half },
  { title: "a log without log1p", penalty: scalar.plainLog },
  { title: "a box that holds 0", penalty: scalar.box(-1, 2) },
  { title: "a box that does not hold 0", penalty: scalar.box(1, 2) },
  { title: "a box far away", penalty: scalar.box(1e3, 2e3) },
  { title: "a half-line", penalty: scalar.box(0, Number.POSITIVE_INFINITY) },
  { title: "l1 on the positive half-line", penalty: scalar.positive },
  { title: "weighted l1 with a weight of 0", penalty: weighted(l1(), [0, 1, 2]) },
  { title: "weighted tl1", penalty: weighted(tl1(), [0.1, 1, 20]) },
  { title: "a Euclidean norm", penalty: vector.euclidean },
  { title: "a group lasso", penalty: vector.groups },
  { title: "a group l0", penalty: vector.groupL0 },
  { title: "a max norm", penalty: vector.largest },
  { title: "a ball, whose edge is rounded", penalty: vector.ball },
  { title: "a difference, which cancels", penalty: vector.difference },
];

describe("a right penalty breaks no law", () => {
  it.each(right)("$title", ({ penalty }) => {
    const broken = checkPenalty(penalty, { numRuns: 300 }).flatMap(
      ({ violation }) => violation?.message ?? [],
    );
    expect(broken).toEqual([]);
  });
});

// seeds that put v and w where the rounding of (v + w)/2 is all of the value there
it.each([2, 3, 4, 5, 6, 7, 8, 9])("a difference is convex with seed %d, too", (seed) => {
  const options = { seed, numRuns: 400 };
  const law = penaltyLaws(vector.difference, options).find(
    ({ name }) => name === "value is convex",
  );
  expect(law?.check).not.toThrow();
});
