import { twiceAtanh } from "./log1p.ts";

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
const HIGH = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/**
 * ln x for a normal x > 0, with the same bits everywhere, which Math.log does not promise.
 *
 *     x = 2ᵏ m,  √½ ≤ m < √2,   ln x = k ln 2 + 2 atanh((m − 1)/(m + 1))
 */
export function log(x: number): number {
  number[0] = x;
  const k = ((words[HIGH] | 0) - 0x3fe6a09e) >> 20;
  words[HIGH] -= k << 20;
  const m = number[0];
  return k * Math.LN2 + twiceAtanh((m - 1) / (m + 1));
}
