/** An interval, its end greater than its beginning. */
export type Domain = readonly [number, number];

/** From the least to the greatest; wider where they are so near that the ticks would need 7 digits or more. */
export function linearDomain(values: readonly number[]): Domain {
  if (values.length === 0) return [0, 1];
  const [low, high] = extent(values);
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high === low) return [low - (size / 2 || 1), high + (size / 2 || 1)];
  const pad = Math.max(0.04 * (high - low), 1e-6 * size);
  return [low - pad, high + pad];
}

/** Whole powers of ten, the first less than every (positive) value: zeros are drawn there. */
export function logDomain(values: readonly number[]): Domain {
  if (values.length === 0) return [0.1, 1];
  const [low, high] = extent(values).map(Math.log10);
  const first = Math.ceil(low) - 1;
  return [10 ** first, 10 ** (high === low ? first + 2 : Math.max(Math.ceil(high), first + 1))];
}

/** From the first iteration, or 0 if that is near, to the last; one alone stands in the middle. */
export function iterationDomain(iterations: readonly number[]): Domain {
  if (iterations.length === 0) return [0, 1];
  const [low, high] = extent(iterations);
  if (high === low) return [low - 1, high + 1];
  return [low > 0 && low < 0.2 * high ? 0 : low, high];
}

function extent(values: readonly number[]): [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}
