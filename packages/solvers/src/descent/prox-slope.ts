/** How near a prox is looked at for its slope, relative to where. */
const NEARBY = 1e-6;

/** The slope of prox(·, t) at v, after being what it is there: 1/(1 + tp″(after)) where it is smooth. */
export function proxSlope(
  prox: (v: number, t: number) => number,
  v: number,
  t: number,
  after: number,
): number {
  const nearby = v * (1 + NEARBY);
  return (prox(nearby, t) - after) / (nearby - v);
}
