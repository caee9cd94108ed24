/** Writes ‖w‖², ‖w − v‖², ‖w + v‖² and ‖w‖² − ‖v‖² = (w − v)·(w + v) to out, in one pass. */
export function compare(w: Float64Array, v: Float64Array, out: Float64Array): void {
  const d = w.length;
  let squares = 0;
  let apart = 0;
  let across = 0;
  let excess = 0;
  for (let i = 0; i < d; i++) {
    const minus = w[i] - v[i];
    const plus = w[i] + v[i];
    squares += w[i] * w[i];
    apart += minus * minus;
    across += plus * plus;
    excess += minus * plus;
  }
  out[0] = squares;
  out[1] = apart;
  out[2] = across;
  out[3] = excess;
}
