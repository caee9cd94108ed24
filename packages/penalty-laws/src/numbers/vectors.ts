/** ⟨x, y⟩. */
export function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/** ‖x‖₂. */
export function norm(x: Float64Array): number {
  return Math.sqrt(dot(x, x));
}

/** x − y. */
export function minus(x: Float64Array, y: Float64Array): Float64Array {
  return x.map((xi, i) => xi - y[i]);
}

/** x, with the entry at i replaced. */
export function replaced(x: Float64Array, i: number, by: number): Float64Array {
  const copy = x.slice();
  copy[i] = by;
  return copy;
}

/** Whether all bits agree; NaNs count as equal. */
export function same(x: Float64Array, y: Float64Array): boolean {
  return x.length === y.length && x.every((xi, i) => Object.is(xi, y[i]));
}
