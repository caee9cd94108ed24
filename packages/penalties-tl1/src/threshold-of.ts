/**
 * The threshold of TL1 as a function of t.
 *
 *     t(a + 1)/a if t ≤ a²/(2(a + 1)), else √(2t(a + 1)) − a/2
 */
export function thresholdOf(a: number): (t: number) => number {
  const critical = (a / 2) * (a / (a + 1)); // a²/(2(a + 1)), without the overflow of a²
  return (t) => {
    if (t <= critical) return t * ((a + 1) / a);
    const product = 2 * t * (a + 1);
    const root =
      product < Number.POSITIVE_INFINITY
        ? Math.sqrt(product)
        : Math.SQRT2 * Math.sqrt(t) * Math.sqrt(a + 1);
    return root - a / 2;
  };
}
