/** out[i] ← out[i] + scale·data[at + i] over the length of out, four at a time to save on checks. */
export function addAt(data: Float64Array, at: number, scale: number, out: Float64Array): void {
  const d = out.length;
  const even = d - (d % 4);
  for (let i = 0; i < even; i += 4) {
    const j = at + i;
    out[i] += scale * data[j];
    out[i + 1] += scale * data[j + 1];
    out[i + 2] += scale * data[j + 2];
    out[i + 3] += scale * data[j + 3];
  }
  for (let i = even; i < d; i++) out[i] += scale * data[at + i];
}
