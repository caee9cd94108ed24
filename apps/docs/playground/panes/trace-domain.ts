/** From the first iteration to the last, or the tenth. */
export function traceRange(iterations: Float64Array | undefined): readonly [number, number] {
  return [0, Math.max(10, iterations?.at(-1) ?? 0)];
}

/** Whole powers of ten around all numbers above 0, so that the axis moves seldom. */
export function logDomain(heights: ArrayLike<number>): readonly [number, number] {
  const positive = Array.from(heights).filter((y) => y > 0 && Number.isFinite(y));
  if (positive.length === 0) return [1e-3, 1];
  const low = positive.reduce((a, b) => Math.min(a, b));
  const high = positive.reduce((a, b) => Math.max(a, b));
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  return [10 ** Math.max(from, to - 18), 10 ** (to === from ? to + 1 : to)];
}
