import { ArgumentError } from "./argument-error.ts";
import { checkCount } from "./check-arguments.ts";
import type { FlatMatrix } from "./matrix-like.ts";
import { norm } from "./norm.ts";
import { predict } from "./predict.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

export interface PlantedNetworkOptions {
  /** d, the length of a patch and of w*. */
  readonly d: number;
  /** k, the number of patches. */
  readonly patches: number;
  /** m, the number of samples. */
  readonly samples: number;
  /** How many of the d entries of w* are nonzero. */
  readonly support: number;
  /** Standard deviation of the Gaussian noise on y. Default: 0. */
  readonly noise?: number;
  /** The same seed gives the same network and data. */
  readonly seed: number;
}

/** A network with known weights, and data made by it. */
export interface PlantedNetwork {
  /** Gaussian inputs, m × (k·d). */
  readonly X: FlatMatrix;
  /** The targets, length m. */
  readonly y: Float64Array;
  /** The weights, length d, of norm 1. */
  readonly wStar: Float64Array;
  /** Where w* is not 0, counted from 0, ascending. */
  readonly support: number[];
}

/**
 * A no-overlap network with sparse weights w*, and Gaussian samples of it.
 *
 *     yⱼ = 1/k Σᵢ σ(w*·xⱼ[i]) + noise·N(0, 1)
 *
 * Before w* is normalised, its nonzeros have magnitudes uniform in [0.5, 1.5], and random signs: none is
 * too small to be found. The seed decides w* and X, whatever the noise.
 *
 * @param options d, patches, samples, support, noise and seed
 * @throws ArgumentError if a count is not a positive whole number, support is above d, or noise is
 * negative or not finite
 * @example
 * ```ts
 * import { plantedNetwork } from "@proxkit/core";
 *
 * const { X, y, wStar, support } = plantedNetwork({ d: 20, patches: 2, samples: 500, support: 3, seed: 7 });
 * console.log(X.rows, X.columns, y.length, wStar.length); // 500 40 500 20
 * console.log(support); // [ 5, 13, 15 ]
 * ```
 * Source: Dinh & Xin, section 1 (the realizable case).
 */
export function plantedNetwork(options: PlantedNetworkOptions): PlantedNetwork {
  const { d, patches, samples, support: size, noise = 0, seed } = options;
  const caller = "plantedNetwork";
  checkCount(caller, "d", d);
  checkCount(caller, "patches", patches);
  checkCount(caller, "samples", samples);
  checkCount(caller, "support", size);
  if (size > d)
    throw new ArgumentError({
      caller,
      argument: "support",
      expected: `be at most d = ${d}`,
      received: size,
    });
  if (!(noise >= 0 && noise < Number.POSITIVE_INFINITY))
    throw new ArgumentError({
      caller,
      argument: "noise",
      expected: "be at least 0 and finite",
      received: noise,
    });

  const random = seededRandom(seed);
  const support = choose(size, d, random);
  const wStar = new Float64Array(d);
  for (const i of support) wStar[i] = (random.integer(2) === 0 ? -1 : 1) * (0.5 + random.uniform());
  const length = norm(wStar);
  for (const i of support) wStar[i] /= length;

  const columns = patches * d;
  const data = new Float64Array(samples * columns);
  for (let at = 0; at < data.length; at++) data[at] = random.normal();
  const X = { data, rows: samples, columns };
  const y = predict({ w: wStar, X, patches });
  if (noise > 0) for (let j = 0; j < samples; j++) y[j] += noise * random.normal();
  return { X, y, wStar, support };
}

/** `size` of the numbers 0 … d − 1, ascending, all choices alike (Fisher & Yates). */
function choose(size: number, d: number, random: Random): number[] {
  const all = Array.from({ length: d }, (_, i) => i);
  for (let i = 0; i < size; i++) {
    const j = i + random.integer(d - i);
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.slice(0, size).sort((i, j) => i - j);
}
