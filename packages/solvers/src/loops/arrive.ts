/**
 * w⁺ ← scale·hat and ∇f(w⁺) = along·w⁺ + toStar·(w⁺ − w*), in place of w and ∇f(w); writes ‖w⁺ − w‖² and
 * ‖w⁺ − u‖² to sums.
 */
export function arrive(
  w: Float64Array,
  u: Float64Array,
  gradient: Float64Array,
  hat: Float64Array,
  scale: number,
  along: number,
  toStar: number,
  wStar: Float64Array,
  sums: Float64Array,
): void {
  const d = w.length;
  let moved = 0;
  let apart = 0;
  for (let i = 0; i < d; i++) {
    const next = scale * hat[i];
    const step = next - w[i];
    const gap = next - u[i];
    moved += step * step;
    apart += gap * gap;
    gradient[i] = along * next + toStar * (next - wStar[i]);
    w[i] = next;
  }
  sums[0] = moved;
  sums[1] = apart;
}
