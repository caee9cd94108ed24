import { randomUnitVector, seededRandom } from "@proxkit/core";
import type { SettledOptions } from "./options.ts";
import type { Problem } from "./problem.ts";
import { filterNorm } from "./scaling.ts";

/** The start of a run: a random direction for a network, which has no gradient at 0, and for unit norm; else 0. */
export function startOf(options: SettledOptions, problem: Problem): Float64Array {
  const { dimension } = problem.loss;
  const direction = () => randomDirection(dimension, options.seed);
  if (options.normalize) return direction();
  if (problem.lossName !== "network") return new Float64Array(dimension);
  const { X, y, patches } = problem;
  const size = filterNorm(X, y, patches) || 1;
  return direction().map((x) => x * size);
}

/** A unit vector by seed. */
export function randomDirection(d: number, seed: number): Float64Array {
  return randomUnitVector(d, seededRandom(seed));
}
