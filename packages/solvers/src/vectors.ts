/** ‖a − b‖₂. */
export function distance(a: Float64Array, b: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < a.length; i++) squares += (a[i] - b[i]) * (a[i] - b[i]);
  return Math.sqrt(squares);
}

/** Whether a and b have their zeros in the same places. */
export function sameSupport(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if ((a[i] === 0) !== (b[i] === 0)) return false;
  return true;
}
