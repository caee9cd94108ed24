/**
 * The path of a line through points, with gaps where a coordinate is NaN.
 *
 * @param px takes a point's x to px, py its y
 */
export function linePath(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  px: (x: number) => number,
  py: (y: number) => number,
): string {
  let path = "";
  let joined = false;
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [px(x[i]), py(y[i])];
    if (Number.isFinite(a) && Number.isFinite(b)) {
      path += `${joined ? "L" : "M"}${round(a)},${round(b)}`;
      joined = true;
    } else joined = false;
  }
  return path;
}

/** The path of the ground between two lines over the same x. */
export function bandPath(
  x: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  px: (x: number) => number,
  py: (y: number) => number,
): string {
  const over = linePath(x, high, px, py);
  const back = linePath(Array.from(x).reverse(), Array.from(low).reverse(), px, py);
  return over === "" ? "" : `${over}L${back.slice(1)}Z`;
}

/** A hundredth of a px is enough; a coordinate far outside must not overflow what draws it. */
function round(px: number): number {
  return Math.round(Math.min(Math.max(px, -1e5), 1e5) * 100) / 100;
}
