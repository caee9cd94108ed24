/** hat ← w − η(∇f(w) + β(w − u)); writes ‖hat − c‖² and (hat − c)·c to sums. */
export function depart(
  w: Float64Array,
  u: Float64Array,
  gradient: Float64Array,
  eta: number,
  beta: number,
  c: Float64Array,
  hat: Float64Array,
  sums: Float64Array,
): void {
  const d = w.length;
  let squares = 0;
  let product = 0;
  for (let i = 0; i < d; i++) {
    const at = w[i];
    const ci = c[i];
    const next = at - eta * (gradient[i] + beta * (at - u[i]));
    const beyond = next - ci;
    hat[i] = next;
    squares += beyond * beyond;
    product += beyond * ci;
  }
  sums[0] = squares;
  sums[1] = product;
}
