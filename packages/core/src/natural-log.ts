/** 1/23, 1/21, … 1/1: the coefficients of atanh(z)/z in z². */
const COEFFICIENTS = Array.from({ length: 12 }, (_, n) => 1 / (23 - 2 * n));

/**
 * ln x for x in (0, 1], with the same bits everywhere.
 *
 *     x = 2ᵉ m,  √½ ≤ m < √2,   ln x = e ln 2 + 2 atanh((m − 1)/(m + 1))
 *
 * Math.log may differ in its last bit from one JavaScript engine to the next; + − × ÷ √ may not.
 */
export function naturalLog(x: number): number {
  let m = x;
  let e = 0;
  for (; m < Math.SQRT1_2; m *= 2) e--;
  const z = (m - 1) / (m + 1);
  let series = 0;
  for (let n = 0; n < COEFFICIENTS.length; n++) series = series * z * z + COEFFICIENTS[n];
  return e * Math.LN2 + 2 * z * series;
}
