export function hasNaN(w: Float64Array): boolean {
  for (let i = 0; i < w.length; i++) if (Number.isNaN(w[i])) return true;
  return false;
}
