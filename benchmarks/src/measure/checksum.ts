/** Three sums of a result, by which variants in any language are compared. */
export interface Checksum {
  /** Σ xᵢ. */
  readonly sum: number;
  /** Σ |xᵢ|, the scale of the others. */
  readonly size: number;
  /** Σ (i mod 97 − 48) xᵢ: tells entries from each other. */
  readonly moment: number;
}

/** The checksum of a result; the other hosts compute the same. */
export function checksumOf(x: ArrayLike<number>): Checksum {
  let [sum, size, moment] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    sum += x[i];
    size += Math.abs(x[i]);
    moment += ((i % 97) - 48) * x[i];
  }
  return { sum, size, moment };
}

/** How far two results are apart, relative to the size of the first: at least 1 says that they have nothing in common. */
export function apart(a: Checksum, b: Checksum): number {
  const scale = a.size > 0 ? a.size : 1;
  const gaps = [a.sum - b.sum, a.size - b.size, (a.moment - b.moment) / 48];
  return Math.max(...gaps.map(Math.abs)) / scale; // NaN stays NaN
}
