/**
 * Σᵢ data[at + i]·w[i] over the length of w.
 *
 * Four sums: a single one would wait for each addition to finish before it starts the next.
 */
export function dotAt(data: Float64Array, at: number, w: Float64Array): number {
  const d = w.length;
  const even = d - (d % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let e = 0;
  for (let i = 0; i < even; i += 4) {
    const j = at + i;
    a += data[j] * w[i];
    b += data[j + 1] * w[i + 1];
    c += data[j + 2] * w[i + 2];
    e += data[j + 3] * w[i + 3];
  }
  for (let i = even; i < d; i++) a += data[at + i] * w[i];
  return a + b + (c + e);
}
