import { plantedNetwork, randomUnitVector, seededRandom } from "@proxkit/core";

/** A truth and a start, both of unit norm, length d. */
export interface Problem {
  readonly wStar: Float64Array;
  readonly start: Float64Array;
}

/** w* and w⁰ uniform on the sphere and independent, as the paper has them; the seed decides both. */
export function uniformProblem(d: number, seed: number): Problem {
  const random = seededRandom(seed);
  return { wStar: randomUnitVector(d, random), start: randomUnitVector(d, random) };
}

/** w* with few nonzeros, none of them small, and w⁰ uniform on the sphere. */
export function sparseProblem(d: number, nonzeros: number, seed: number): Problem {
  const { wStar } = plantedNetwork({ d, patches: 1, samples: 1, support: nonzeros, seed });
  return { wStar, start: randomUnitVector(d, seededRandom(-seed)) };
}
