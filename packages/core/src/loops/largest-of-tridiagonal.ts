/**
 * The largest eigenvalue of the symmetric tridiagonal matrix T, by bisection.
 *
 * T − x has as many positive pivots as T has eigenvalues above x (Sylvester's law of inertia).
 *
 * @param a the diagonal, length n
 * @param b the entries beside it: b[j] is between a[j − 1] and a[j]; b[0] and those from b[n] are not read
 * @param atLeast a number that the eigenvalue is known not to be below
 */
export function largestOfTridiagonal(
  a: readonly number[],
  b: readonly number[],
  atLeast: number,
): number {
  const n = a.length;
  let low = atLeast;
  let high = atLeast; // Gershgorin: no eigenvalue is above all of a[j] + |b[j]| + |b[j + 1]|
  for (let j = 0; j < n; j++) {
    const reach = (j > 0 ? Math.abs(b[j]) : 0) + (j + 1 < n ? Math.abs(b[j + 1]) : 0);
    high = Math.max(high, a[j] + reach); // NaN comes out as NaN
  }
  while (high - low > Number.EPSILON * 4 * high) {
    const x = low + (high - low) / 2;
    if (reaches(a, b, x)) low = x;
    else high = x;
  }
  return high;
}

/** Whether an eigenvalue of T is x or above. */
function reaches(a: readonly number[], b: readonly number[], x: number): boolean {
  let pivot = a[0] - x;
  for (let j = 1; j < a.length && pivot < 0; j++) pivot = a[j] - x - (b[j] * b[j]) / pivot;
  return !(pivot < 0);
}
