/** Σ s y, taken from the first: of equal numbers exactly that number. @param s the share of each row, Σ s = 1 */
export function meanOf(y: Float64Array, s: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += s[i] * (y[i] - y[0]);
  return y[0] + sum;
}

/**
 * The median distance from the median over 0.6745, which is the deviation of Gaussian values; where more than half are the
 * same, the mean distance over 0.7979, which is that too; 1 where all are the same.
 */
export function robustDeviation(y: Float64Array): number {
  const middle = median(y);
  const distances = y.map((value) => Math.abs(value - middle));
  const mean = distances.reduce((sum, distance) => sum + distance / distances.length, 0);
  return median(distances) / 0.6745 || mean / 0.7979 || 1;
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
