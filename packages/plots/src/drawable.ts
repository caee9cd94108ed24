/** Whether a number can be put on an axis: finite, and small enough for differences of two to be finite. */
export function drawable(x: number): boolean {
  return Math.abs(x) <= 1e300;
}
