import { seededRandom } from "@proxkit/core";

/** n Gaussian numbers of mean 0 and variance 1; the seed decides them. */
export function gaussian(n: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: n }, random.normal);
}
