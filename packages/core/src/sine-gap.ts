/**
 * θ − sin θ to full relative precision, for θ in [0, π].
 *
 *     θ³/6 (1 − θ²/20 (1 − θ²/42 (1 − θ²/72 (1 − …))))   for θ < 1, where the difference cancels
 */
export function sineGap(theta: number): number {
  if (!(theta < 1)) return theta - Math.sin(theta);
  const s = theta * theta;
  const tail = 1 - (s / 110) * (1 - (s / 156) * (1 - (s / 210) * (1 - s / 272)));
  return ((theta * s) / 6) * (1 - (s / 20) * (1 - (s / 42) * (1 - (s / 72) * tail)));
}
