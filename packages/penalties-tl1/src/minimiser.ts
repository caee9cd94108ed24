import { type DoubleDouble, product, scale, sum } from "./double-double.ts";

/**
 * The nonzero minimiser of ½ (u − x)² + tρ(u), for x above the threshold and t > 0.
 *
 * It is the largest root of (u − x)(a + u)² + c = 0 with c = t·a·(a + 1). Lemma 5.2.1 writes it as
 * (2/3)(a + x) cos(φ/3) − 2a/3 + x/3, cos φ = 1 − 27c/(2(a + x)³), which cancels when a is large, loses
 * half the digits or gives NaN where 27c/(2(a + x)³) is near 2, and overflows. The same root, safely:
 *
 *     X = a + x,  r = ∛(27c/4)/X,  h = cos(φ/2) = √(1 − r³)
 *     u = x − 9c/(zX)²,  z = 1 + 2 cos(⅔ acos h)
 *
 * Only 1 − r³ can cancel, near the critical point: there it is found with 32 digits.
 */
export function minimiser(x: number, t: number, a: number): number {
  const size = a + x;
  // A power of two that keeps cubes in range: exact, and 1 for everyday numbers.
  const s = size > 1e75 || size < 1e-75 ? 2 ** -Math.floor(Math.log2(size)) : 1;
  const X = sum(a * s, x * s);
  const c = cubicConstant(t * s, a * s, s);
  const h = Math.sqrt(oneMinusCube(c, X));
  const z = 1 + 2 * Math.cos((2 / 3) * Math.acos(h));
  const zX = (z / 3) * X[0];
  return Math.max(0, x - c[0] / (zX * zX) / s);
}

/** s³·t(a/s)(a/s + 1) for t and a that come multiplied by s. */
function cubicConstant(t: number, a: number, s: number): DoubleDouble {
  const [high, low] = sum(a, s); // (a/s + 1)·s
  const [p, e] = scale(product(t, a), high);
  return sum(p, e + t * a * low);
}

/** 1 − r³ = (1 − r)(1 + r + r²) for r = ∛(27c/4)/X, from 0 to 1. */
function oneMinusCube(c: DoubleDouble, X: DoubleDouble): number {
  const m = scale(c, 6.75);
  const V = Math.cbrt(m[0]);
  const r = V / X[0];
  let gap = 1 - r;
  if (r > 0.5) {
    const [cube, cubeLow] = scale(product(V, V), V);
    const vLow = (m[0] - cube + (m[1] - cubeLow)) / (3 * V * V); // one Newton step
    gap = (X[0] - V + (X[1] - vLow)) / X[0];
  }
  return Math.min(1, Math.max(0, gap * (1 + r + r * r)));
}
