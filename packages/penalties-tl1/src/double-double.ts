/** A number as the unevaluated sum of two doubles, about 32 digits: [high, low] with |low| ≤ ulp(high)/2. */
export type DoubleDouble = readonly [high: number, low: number];

/** a + b exactly. Source: Knuth, The Art of Computer Programming 2, section 4.2.2, Theorem B. */
export function sum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const other = high - a;
  return [high, a - (high - other) + (b - other)];
}

/** a·b exactly, or rounded where one of them is within 2²⁷ of the largest number. Source: Dekker (1971). */
export function product(a: number, b: number): DoubleDouble {
  const high = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  const error = aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return [high, error || 0];
}

/** a·b for a double-double a and a double b. */
export function scale([high, low]: DoubleDouble, b: number): DoubleDouble {
  const [p, e] = product(high, b);
  return sum(p, e + low * b);
}

function split(a: number): DoubleDouble {
  const c = 134217729 * a; // 2²⁷ + 1
  const high = c - (c - a);
  return [high, a - high];
}
