import { dot } from "@proxkit/core";

/**
 * x without its part along w, twice, so that ‖result‖ = ‖x‖ sin θ(x, w) to 1e-16‖x‖, however small θ is.
 *
 * @returns a new array; x itself where w is 0
 */
export function orthogonalPart(x: Float64Array, w: Float64Array): Float64Array {
  const squares = dot(w, w);
  const rest = x.slice();
  if (!(squares > 0)) return rest;
  for (let pass = 0; pass < 2; pass++) {
    const along = dot(rest, w) / squares;
    for (let i = 0; i < rest.length; i++) rest[i] -= along * w[i];
  }
  return rest;
}
