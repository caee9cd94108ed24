/** The value below which a share q of the numbers lies, linear between two; null of none. */
export function quantile(values: readonly number[], q: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((x, y) => x - y);
  const at = q * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** null of none. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** With n − 1 below the line; null of fewer than two. */
export function standardDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  const squares = values.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** The largest, null of none; unlike Math.max it takes any number of values. */
export function largest(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((x, y) => Math.max(x, y));
}

export function smallest(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((x, y) => Math.min(x, y));
}

/** A number or nothing, as JSON has no NaN. */
export function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}

/** All but the nulls. */
export function known(values: readonly (number | null)[]): number[] {
  return values.filter((x) => x !== null);
}
