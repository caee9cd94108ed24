/**
 * λ from the largest to `ratio` times it, equally spaced on a log scale.
 *
 * @param count at least 1
 */
export function geometricGrid(largest: number, ratio: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) =>
    k === 0 ? largest : largest * ratio ** (k / (count - 1)),
  );
}
