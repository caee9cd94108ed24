/**
 * θ − sin θ for θ in [0, π] and sine = sin θ.
 *
 *     θ³ (1/3! − θ²/5! + θ⁴/7! − …)   for θ < 1, where the difference cancels
 */
export function sineGap(theta: number, sine: number): number {
  if (!(theta < 1)) return theta - sine;
  const s = theta * theta;
  const s2 = s * s;
  const s4 = s2 * s2;
  const low = 1 / 6 - s * (1 / 120) + (1 / 5040 - s * (1 / 362880)) * s2;
  const high =
    1 / 39916800 - s * (1 / 6227020800) + (1 / 1307674368000 - s * (1 / 355687428096000)) * s2;
  return theta * s * (low + high * s4);
}
