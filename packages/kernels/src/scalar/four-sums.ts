/**
 * Σᵢ term(i) in four sums: entry i goes to sum i mod 4, and they are added as (s₀ + s₂) + (s₁ + s₃), as SIMD adds
 * them.
 */
export function fourSums(n: number, term: (i: number) => number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = n - (n % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += term(i);
    s1 += term(i + 1);
    s2 += term(i + 2);
    s3 += term(i + 3);
  }
  const left = n - whole;
  if (left > 0) s0 += term(whole);
  if (left > 1) s1 += term(whole + 1);
  if (left > 2) s2 += term(whole + 2);
  return s0 + s2 + (s1 + s3);
}
