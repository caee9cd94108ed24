import { checkCount } from "./check-arguments.ts";
import { norm } from "./norm.ts";
import type { Random } from "./seeded-random.ts";

/**
 * A random point on the unit sphere, all directions alike.
 *
 * @param d its length
 * @param random where the randomness comes from
 * @throws ArgumentError if d is not a positive whole number
 * @example
 * ```ts
 * import { norm, randomUnitVector, seededRandom } from "@proxkit/core";
 *
 * const w = randomUnitVector(50, seededRandom(1));
 * console.log(w.length, norm(w).toFixed(12)); // 50 1.000000000000
 * ```
 */
export function randomUnitVector(d: number, random: Random): Float64Array {
  checkCount("randomUnitVector", "d", d);
  const w = new Float64Array(d);
  let length: number;
  do {
    for (let i = 0; i < d; i++) w[i] = random.normal();
    length = norm(w);
  } while (length === 0);
  for (let i = 0; i < d; i++) w[i] /= length;
  return w;
}
