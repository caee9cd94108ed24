/**
 * The |v| at which 0 and the other minimiser have the same objective, for t > ε².
 *
 * With the minimiser u = y√t, v = u + t/(ε + u) and e = ε/√t < 1, the tie is the root of
 *
 *     F(y) = L(y) − y²/2,   L(y) = log(1 + y/e) − y/(e + y)
 *
 * above 1 − e, from where on F is concave and falls: Newton's method from the right comes down to the
 * root and passes it only by rounding. It starts from 1/e − e, where F < 0 because L(y) is at most
 * y²/(2e(e + y)), or, for small e, from 2√(−log e), where L < log(1/e²) = y²/2.
 */
export function tieThreshold(t: number, epsilon: number): number {
  if (t === Number.POSITIVE_INFINITY) return t;
  const root = Math.sqrt(t);
  const e = epsilon / root;
  const minusLogE = Math.log(root) - Math.log(epsilon); // finite where e is 0 by underflow, too

  function gain(y: number): number {
    return (e < 1e-20 ? Math.log(y) + minusLogE : Math.log1p(y / e)) - y / (e + y);
  }

  let y = e > 0.25 ? 1 / e - e : 2 * Math.sqrt(minusLogE);
  for (;;) {
    const slope = y / (e + y) ** 2 - y; // F'
    const next = Math.max(1 - e, y - (gain(y) - (y * y) / 2) / slope);
    if (!(next < y)) return root * (y + 1 / (e + y));
    y = next;
  }
}
