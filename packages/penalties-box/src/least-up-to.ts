/** A stretch between two points where p is known. */
interface Stretch {
  readonly a: number;
  readonly pa: number;
  readonly b: number;
  readonly pb: number;
}

/** What rounding makes of a straight p. */
const ULPS = 2 ** -50;

/**
 * argmin over 0 ≤ u ≤ h of t·p(u) + ½ (u − v)², for p that is concave and never falls, 0 < h < v < ∞, t < ∞.
 *
 * Branch and bound: between a and b the chord of p is below p, so that the least value of the parabola
 * t·chord(u) + ½ (u − v)² is a lower bound. Stretches whose bound is not below what is found already are
 * dropped, others are cut in two where their parabola is least. The ends 0 and h come out exactly; a
 * minimiser between them is exact where p is straight, as SCAD's is, and elsewhere so close that its
 * objective is right to rounding; where p is curved, one within 1e-7 of an end may come out as that end. Of two
 * minimisers the nearer to 0 is taken.
 */
export function leastUpTo(h: number, p: (u: number) => number, v: number, t: number): number {
  // A power of two that keeps squares in range: exact.
  const s = 2 ** -Math.max(-1000, Math.floor(Math.log2(v)));
  // s²(t·pu + ½ u² − uv), the objective without ½ v²
  const objective = (u: number, pu: number) => t * s * (pu * s) + u * s * ((u / 2 - v) * s);

  const whole = { a: 0, pa: p(0), b: h, pb: p(h) };
  let [best, least] = [0, objective(0, whole.pa)];
  const end = objective(h, whole.pb);
  if (end < least) [best, least] = [h, end];
  const rounding = ULPS * (t * s * (whole.pb * s) + h * s * (v * s));

  let stretches: Stretch[] = [whole];
  // more than 500 at once: the objective is as good as flat
  for (let cuts = 0; cuts < 60 && stretches.length < 500; cuts++) {
    const halves: Stretch[] = [];
    for (const { a, pa, b, pb } of stretches) {
      const slope = (pb - pa) / (b - a);
      const lowest = Math.min(Math.max(a, v - t * slope), b);
      const inside = lowest > a && lowest < b;
      const chord = pa + (pb - pa) * ((lowest - a) / (b - a));
      // p is concave: where it touches a chord it is straight, and then no end is as good as what is inside
      if (inside && (best === a || best === b) && p(lowest) <= chord * (1 + ULPS)) {
        [best, least] = [lowest, Math.min(least, objective(lowest, chord))];
        continue;
      }
      if (!(objective(lowest, chord) < least - rounding)) continue;
      const u = inside ? lowest : (a + b) / 2;
      if (!(u > a && u < b)) continue;
      const pu = p(u);
      const found = objective(u, pu);
      if (found < least) [best, least] = [u, found];
      halves.push({ a, pa, b: u, pb: pu }, { a: u, pa: pu, b, pb });
    }
    stretches = halves;
  }
  return best;
}
