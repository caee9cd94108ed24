import { randomUnitVector, seededRandom } from "@proxkit/core";

/** The start of a network, which is not convex and has no gradient at 0: a unit vector by seed. */
export function randomDirection(d: number, seed: number): Float64Array {
  return randomUnitVector(d, seededRandom(seed));
}
