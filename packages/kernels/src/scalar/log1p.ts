// The coefficients of (atanh(z)/z − 1)/z² in z², 1/23, 1/21, … 1/3, from the highest power down, by turns.
const A = Array.from({ length: 6 }, (_, n) => 1 / (23 - 4 * n));
const B = Array.from({ length: 5 }, (_, n) => 1 / (21 - 4 * n));

/**
 * ln(1 + e) for e in [0, 1], with the same bits everywhere, which Math.log1p does not promise.
 *
 *     ln(1 + e) = 2 atanh(e/(2 + e)),  or  ln 2 + 2 atanh((e − 1)/(e + 3))  where e > √2 − 1
 */
export function log1pOfUnit(e: number): number {
  const high = e > 0.41421356237309503;
  const z = high ? (e - 1) / (e + 3) : e / (2 + e);
  const odd = twiceAtanh(z);
  return high ? Math.LN2 + odd : odd;
}

/** 2 atanh(z) for |z| ≤ 3 − 2√2. */
export function twiceAtanh(z: number): number {
  const zz = z * z;
  const q = zz * zz;
  let [a, b] = [A[0], B[0]];
  for (let i = 1; i < A.length; i++) a = a * q + A[i];
  for (let i = 1; i < B.length; i++) b = b * q + B[i];
  const p = a + zz * b;
  return 2 * z + 2 * z * (zz * p);
}
