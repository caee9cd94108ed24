import type { Views } from "./views.ts";

/** Which 32-bit half of a double holds its exponent: 1 on little-endian machines. */
const HIGH = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/** The s-th largest magnitude, and how many of those equal to it are among the s largest. */
interface Cut {
  readonly magnitude: number;
  readonly ties: number;
}

/** The twin of assembly/top.ts; in entries. */
export function topAt(views: Views, v: number, out: number, n: number, s: number): void {
  const { f64 } = views;
  const cut = cutOf(views, v, n, s);
  let { ties } = cut;
  for (let i = 0; i < n; i++) {
    const x = f64[v + i];
    const size = Math.abs(x);
    let kept = !(size <= cut.magnitude);
    if (size === cut.magnitude && ties > 0) {
      kept = true;
      ties--;
    }
    f64[out + i] = kept ? x : 0;
  }
}

function cutOf(views: Views, v: number, n: number, s: number): Cut {
  if (s === 0) return { magnitude: Number.POSITIVE_INFINITY, ties: 0 };
  let nans = 0;
  for (let i = 0; i < n; i++) if (Number.isNaN(views.f64[v + i])) nans++;
  if (s + nans >= n) return { magnitude: 0, ties: n };
  return radixSelect(views.u32, 2 * v, n, s + nans); // NaN has the largest bits
}

/** The k-th largest, two bytes at a time: the bits of |x| as a whole number are in the order of |x|. */
function radixSelect(words: Uint32Array, from: number, n: number, k: number): Cut {
  const counts = new Uint32Array(65536);
  const key = [0, 0, 0, 0];
  let wanted = k;
  for (let level = 0; level < 4; level++) {
    counts.fill(0);
    for (let i = 0; i < n; i++) {
      const at = from + 2 * i;
      const high = words[at + HIGH] & 0x7fffffff;
      const low = words[at + 1 - HIGH];
      if (level > 0 && high >>> 16 !== key[0]) continue;
      if (level > 1 && (high & 65535) !== key[1]) continue;
      if (level > 2 && low >>> 16 !== key[2]) continue;
      counts[half(high, low, level)]++;
    }
    let digit = 65535;
    while (counts[digit] < wanted) wanted -= counts[digit--];
    key[level] = digit;
  }
  return { magnitude: toDouble(key), ties: wanted };
}

/** The half word of that level, from the top. */
function half(high: number, low: number, level: number): number {
  const word = level < 2 ? high : low;
  return level % 2 === 0 ? word >>> 16 : word & 65535;
}

function toDouble([a, b, c, d]: readonly number[]): number {
  const words = new Uint32Array(2);
  words[HIGH] = a * 65536 + b;
  words[1 - HIGH] = c * 65536 + d;
  return new Float64Array(words.buffer)[0];
}
