/**
 * ln(1 + e) for e in [0, 1], with the same bits as the scalar twin.
 *
 *     ln(1 + e) = 2 atanh(e/(2 + e)),  or  ln 2 + 2 atanh((e − 1)/(e + 3))  where e > √2 − 1
 */
export function log1pOfUnit(e: f64): f64 {
  const high = e > 0.41421356237309503;
  const z = high ? (e - 1) / (e + 3) : e / (2 + e);
  const zz = z * z;
  // every other power apart: half as long a chain
  const q = zz * zz;
  let a: f64 = 1 / 23.0;
  a = a * q + 1 / 19.0;
  a = a * q + 1 / 15.0;
  a = a * q + 1 / 11.0;
  a = a * q + 1 / 7.0;
  a = a * q + 1 / 3.0;
  let b: f64 = 1 / 21.0;
  b = b * q + 1 / 17.0;
  b = b * q + 1 / 13.0;
  b = b * q + 1 / 9.0;
  b = b * q + 0.2;
  const p = a + zz * b;
  const odd = 2 * z + 2 * z * (zz * p);
  return high ? 0.6931471805599453 + odd : odd;
}
