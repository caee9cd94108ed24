import { product, scale, sum } from "./double-double.ts";

/**
 * The nonzero minimiser of ½ (u − x)² + tρ(u), for x above the threshold and t > 0.
 *
 * It is the largest root of (u − x)(a + u)² + c = 0 with c = t·a·(a + 1). Lemma 5.2.1 writes it as
 * (2/3)(a + x) cos(φ/3) − 2a/3 + x/3, cos φ = 1 − 27c/(2(a + x)³), which cancels when a is large, loses
 * half the digits or gives NaN where 27c/(2(a + x)³) is near 2, and overflows. The same root, safely:
 *
 *     V = ∛(27c/4),  X = a + x,  r = V/X,  h = cos(φ/2) = √(1 − r³) = √((X − V)/X · (1 + r + r²))
 *     u = x − (4/3) V r² / (1 + 2 cos(⅔ acos h))²
 *
 * X − V cancels near the critical point, so V and X carry 32 digits. Nothing else does.
 */
export function minimiser(x: number, t: number, a: number): number {
  const size = a + x;
  // A power of two that keeps cubes in range: exact, and 1 for everyday numbers.
  const s = size > 1e75 || size < 1e-75 ? 2 ** -Math.floor(Math.log2(size)) : 1;
  const [X, xLow] = sum(a * s, x * s);
  const [m, mLow] = scaledCube(t * s, a * s, sum(a, 1), s);
  const V = Math.cbrt(m);
  const [cube, cubeLow] = scale(product(V, V), V);
  const vLow = (m - cube + (mLow - cubeLow)) / (3 * V * V); // one Newton step

  const r = V / X;
  const gap = (X - V + (xLow - vLow)) / X;
  const h = Math.sqrt(Math.min(1, Math.max(0, gap * (1 + r + r * r))));
  const z = 1 + 2 * Math.cos((2 / 3) * Math.acos(h));
  return Math.max(0, x - ((4 / 3) * V * r * (r / (z * z))) / s);
}

/** 27/4 · t·a·(a + 1) in double-double; t and a come scaled by s, a + 1 does not. */
function scaledCube(
  t: number,
  a: number,
  [high, low]: readonly [number, number],
  s: number,
): readonly [number, number] {
  const [p, e] = scale(product(t, a), high * s);
  const [c, cLow] = sum(p, e + t * a * (low * s));
  return scale([c, cLow], 6.75);
}
