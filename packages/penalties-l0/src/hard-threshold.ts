import { magnitudeCutoff } from "./magnitude-cutoff.ts";

/**
 * The top-s projection H_s: keeps the s entries of largest magnitude and sets the others to +0.
 *
 *     H_s(v) = argmin_u ‖u − v‖  subject to  ‖u‖₀ ≤ s
 *
 * Among equal magnitudes the lower index is kept. NaN entries stay NaN, and the s largest of the
 * others are kept. The cost is O(d) whatever the data: a radix selection, no sort.
 *
 * @param v length d; not changed
 * @param s how many to keep, a whole number at least 0; d or more keeps all
 * @param out where to write, length d; it may be v. Default: a new array.
 * @throws RangeError if s is negative or not whole, or `out` has another length
 * @example
 * ```ts
 * import { hardThreshold } from "@proxkit/penalties-l0";
 *
 * console.log(hardThreshold(Float64Array.of(1, -3, 2, -2), 2)); // Float64Array(4) [ 0, -3, 2, 0 ]
 * ```
 * Source: Dinh & Xin, section 3.2 and Algorithm 2.
 */
export function hardThreshold(
  v: Float64Array,
  s: number,
  out: Float64Array = new Float64Array(v.length),
): Float64Array {
  if (!(Number.isInteger(s) && s >= 0))
    throw new RangeError(`hardThreshold: s must be a whole number at least 0, received ${s}`);
  if (out.length !== v.length)
    throw new RangeError(`hardThreshold: out must have length ${v.length}, received ${out.length}`);
  const { cutoff, ties } = magnitudeCutoff(v, s);
  let room = ties;
  for (let i = 0; i < v.length; i++) {
    const x = Math.abs(v[i]);
    if (x < cutoff) out[i] = 0;
    else if (x === cutoff) out[i] = room-- > 0 ? v[i] : 0;
    else out[i] = v[i]; // above, or NaN
  }
  return out;
}
