/** Σ s y over the rows that count, taken from the first: of equal numbers exactly that number. @param s Σ s = 1 */
export function meanOf(y: Float64Array, s: Float64Array): number {
  const first = y[s.findIndex((share) => share > 0)];
  let sum = 0;
  for (let i = 0; i < y.length; i++) if (s[i] > 0) sum += s[i] * (y[i] - first);
  return first + sum;
}

/** Whether not all are the same. */
export function doesVary(y: Float64Array, s: Float64Array): boolean {
  const first = y[s.findIndex((share) => share > 0)];
  return y.some((value, i) => s[i] > 0 && value !== first);
}

/**
 * The median distance from the median over 0.6745, which is the deviation of Gaussian values; where more than half are the
 * same, the mean distance over 0.7979, which is that too; 1 where all are the same.
 */
export function robustDeviation(y: Float64Array, s: Float64Array): number {
  const counted = y.filter((_, i) => s[i] > 0);
  const middle = median(counted);
  const distances = counted.map((value) => Math.abs(value - middle));
  const mean = distances.reduce((sum, distance) => sum + distance / distances.length, 0);
  return median(distances) / 0.6745 || mean / 0.7979 || 1;
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
