/** The twin of assembly/tl1.ts; in entries. */
export function tl1At(f64: Float64Array, v: number, out: number, n: number, at: number): void {
  const [threshold, limit, scale, a, V, high, low, c] = f64.subarray(at, at + 8);
  for (let i = 0; i < n; i++) {
    const entry = f64[v + i];
    const x = Math.abs(entry);
    if (x <= threshold) {
      f64[out + i] = 0;
      continue;
    }
    if (!(x <= limit)) {
      f64[out + i] = entry; // NaN too
      continue;
    }
    const z = x * scale;
    const X = a + z;
    const XX = X * X;
    const rounding = z - (X - a);
    const gap = Math.max(0, z - high - low);
    const h = Math.sqrt((gap * (XX + X * V + V * V)) / (XX * X));
    const Q = denominator(h);
    const u = x - (c * (Q + (1 - h) * numerator(h))) / (Q * (XX + 2 * X * rounding));
    if (!(u > 0)) f64[out + i] = 0;
    else f64[out + i] = entry < 0 ? -u : u;
  }
}

function numerator(h: number): number {
  const hh = h * h;
  const low = 1.25 + 2.613695446344024 * h;
  const middle = (1.9353709362974372 + 0.6120702523541403 * h) * hh;
  return low + middle + (0.07835125582090084 + 0.002970468538073853 * h) * (hh * hh);
}

function denominator(h: number): number {
  const hh = h * h;
  const low = 1 + 3.1694173261578746 * h;
  const middle = (3.844850599115936 + 2.2309242963344618 * h) * hh;
  const upper = 0.6301888969548495 + 0.0776828568009631 * h + 0.002959506046751109 * hh;
  return low + middle + upper * (hh * hh);
}
