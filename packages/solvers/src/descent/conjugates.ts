/** p*(s) where s may be just outside its domain, by the rounding of the product that brought it to the edge. */
export function inside(value: (s: number) => number, s: number): number {
  const at = value(s);
  return at === Number.POSITIVE_INFINITY ? value(s * (1 - 4 * Number.EPSILON)) : at;
}

/**
 * What a coordinate without a penalty is short of its optimum, about: its conjugate is 0 at g = 0 and else infinite, as
 * w could be anything; with w as it is, the step that it still wants gains g²/2c.
 */
export function short(g: number, w: number, c: number): number {
  return Math.abs(g * w) + (c > 0 ? (g * g) / (2 * c) : 0);
}
