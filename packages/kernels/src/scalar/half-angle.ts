const TAN_16TH = 0.198912367379658; // tan π/16
const TAN_3_16THS = 0.6681786379192989; // tan 3π/16
const TAN_8TH = 0.41421356237309503; // tan π/8 = √2 − 1

/**
 * The angle in [0, π] between (x, s) and (1, 0), for s ≥ 0 and a = √(x² + s²) > 0, with the same bits everywhere, which
 * Math.atan2 does not promise.
 *
 *     tan ½θ = s/h,  h = a + |x|   (of π − θ where x < 0)
 *     θ = 2φ + 2 atan z,  z = (s − h tan φ)/(h + s tan φ),  φ = 0, π/8 or π/4, so that |z| ≤ tan π/16
 */
export function angleOf(x: number, s: number, a: number): number {
  const h = a + Math.abs(x);
  let tan = 0;
  let start = 0;
  if (s > TAN_3_16THS * h) {
    tan = 1;
    start = Math.PI / 2;
  } else if (s > TAN_16TH * h) {
    tan = TAN_8TH;
    start = Math.PI / 4;
  }
  const z = (s - tan * h) / (h + tan * s);
  const angle = start + (2 * z + 2 * z * tail(z * z));
  return x < 0 ? Math.PI - angle : angle;
}

/** atan(z)/z − 1 = −u/3 + u²/5 − … for u = z² */
function tail(u: number): number {
  const u2 = u * u;
  const u4 = u2 * u2;
  const low = -1 / 3 + u * 0.2 + (-1 / 7 + u * (1 / 9)) * u2;
  const middle = -1 / 11 + u * (1 / 13) + (-1 / 15 + u * (1 / 17)) * u2;
  const high = -1 / 19 + u * (1 / 21) - (1 / 23) * u2;
  return u * (low + middle * u4 + high * (u4 * u4));
}
