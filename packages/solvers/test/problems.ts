import { readFileSync } from "node:fs";
import {
  type Loss,
  leastSquares,
  populationLoss,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";

export const penalties: readonly SeparablePenalty[] = [l1(), l0(), tl1()];

/** The paper's setting: a random unit filter, its population loss, and a random unit start. */
export function population(
  d: number,
  seed: number,
  patches = 2,
): { loss: Loss; wStar: Float64Array; w0: Float64Array } {
  const random = seededRandom(seed);
  const wStar = randomUnitVector(d, random);
  return { loss: populationLoss({ wStar, patches }), wStar, w0: randomUnitVector(d, random) };
}

const examples = new URL("../../../examples/data/", import.meta.url);

/** The lasso's best known example, with solutions that were checked by its optimality conditions. */
export function diabetes(): {
  loss: Loss;
  solutions: { lam: number; w: number[]; objective: number }[];
} {
  const text = readFileSync(new URL("diabetes-standardized.csv", examples), "utf8");
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const { solutions } = JSON.parse(readFileSync(new URL("diabetes-lasso.json", examples), "utf8"));
  const X = rows.map((row) => row.slice(0, -1));
  return { loss: leastSquares({ X, y: rows.map((row) => row.at(-1) as number) }), solutions };
}
