/** The middle of numbers; the mean of the middle two if their count is even. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The slope of the least-squares line through (log x, log y): 1 where y grows like x. */
export function logSlope(x: readonly number[], y: readonly number[]): number {
  const [u, v] = [x.map(Math.log), y.map(Math.log)];
  const mean = (a: readonly number[]) => a.reduce((sum, t) => sum + t, 0) / a.length;
  const [mu, mv] = [mean(u), mean(v)];
  const along = u.reduce((sum, t, i) => sum + (t - mu) * (v[i] - mv), 0);
  return along / u.reduce((sum, t) => sum + (t - mu) ** 2, 0);
}
