/** ‖v‖₂ over the entries at order[from] … order[to − 1], also where their squares leave the number range. */
export function norm(
  v: Float64Array,
  order: Uint32Array | undefined,
  from: number,
  to: number,
): number {
  let squares = 0;
  for (let k = from; k < to; k++) squares += v[order ? order[k] : k] ** 2;
  if ((squares > 1e-280 && squares < 1e280) || Number.isNaN(squares)) return Math.sqrt(squares);

  let largest = 0;
  for (let k = from; k < to; k++) largest = Math.max(largest, Math.abs(v[order ? order[k] : k]));
  if (largest === 0 || largest === Number.POSITIVE_INFINITY) return largest;
  squares = 0;
  for (let k = from; k < to; k++) squares += (v[order ? order[k] : k] / largest) ** 2;
  return largest * Math.sqrt(squares);
}
