import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { ArgumentError } from "./argument-error.ts";
import { checkCount } from "./check-arguments.ts";
import { naturalLog } from "./natural-log.ts";

/** A stream of random numbers. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
  /** Gaussian with mean 0 and variance 1. */
  normal(): number;
  /** Uniform among 0, 1, … n − 1. Throws an ArgumentError if n is not a positive whole number. */
  integer(n: number): number;
}

/**
 * Random numbers that the seed decides, to the bit, on every platform.
 *
 * xoroshiro128+ for the bits, Marsaglia's polar method for Gaussians.
 *
 * @param seed a whole number from −(2⁵³ − 1) to 2⁵³ − 1; each is a stream of its own
 * @returns a {@link Random}
 * @throws ArgumentError if the seed is not such a number
 * @example
 * ```ts
 * import { seededRandom } from "@proxkit/core";
 *
 * const random = seededRandom(1);
 * console.log(random.uniform(), random.integer(6), random.normal()); // 0.3208815593862865 0 -2.5218190107529663
 * ```
 * Source: Blackman & Vigna (2018); Marsaglia & Bray (1964).
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed))
    throw new ArgumentError({
      caller: "seededRandom",
      argument: "seed",
      expected: "be a whole number between -(2^53 - 1) and 2^53 - 1",
      received: seed,
    });
  const generator = xoroshiro128plusFromState(stateOf(seed));
  let spare: number | undefined;

  const uniform = (): number => uniformFloat64(generator);

  function normal(): number {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    let u: number;
    let v: number;
    let s: number;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    const scale = Math.sqrt((-2 * naturalLog(s)) / s);
    spare = v * scale;
    return u * scale;
  }

  function integer(n: number): number {
    checkCount("integer", "n", n);
    return uniformInt(generator, 0, n - 1);
  }

  return { uniform, normal, integer };
}

/** Four words that differ in about half their bits from seed to seed, where the seed itself would not. */
function stateOf(seed: number): number[] {
  const low = seed | 0;
  const high = Math.floor(seed / 2 ** 32) | 0;
  return [1, 2, 3, 4].map((n) => mix(mix(low + Math.imul(n, 0x9e3779b9)) ^ high) | 0);
}

/** The finaliser of MurmurHash3 (Appleby), a bijection of the 32-bit words. */
function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
