import { type Dyadic, exactly, minus, plus, sign, times } from "./dyadic.ts";

const ONE = exactly(1);

/** How far u is from the exact minimiser at most, in units of 2⁻⁵²·x: a multiple of 1/16; Infinity beyond 16. */
export function unitsOff(u: number, x: number, t: number, a: number): number {
  const isWithin = tester(u, x, t, a);
  const sixteenths = (n: number) => times(exactly(x), { m: BigInt(n), e: -56 });
  if (!isWithin(sixteenths(256))) return Number.POSITIVE_INFINITY;
  let [low, high] = [0, 256];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isWithin(sixteenths(middle))) high = middle;
    else low = middle + 1;
  }
  return high / 16;
}

/**
 * Decides in exact arithmetic whether max(0, the stationary point) is within a tolerance of u ≥ 0: the cubic
 * (y − X)y² + c, y = a + u, X = a + x, c = ta(a + 1), falls to y = 2X/3 and rises after it, and the
 * minimiser is where it rises through 0.
 */
function tester(u: number, x: number, t: number, a: number): (tolerance: Dyadic) => boolean {
  const X = plus(exactly(a), exactly(x));
  const c = times(exactly(t), exactly(a), plus(exactly(a), ONE));
  const rises = (y: Dyadic) => sign(minus(times(exactly(3), y), times(exactly(2), X))) >= 0;
  const cubic = (y: Dyadic) => sign(plus(times(minus(y, X), y, y), c));
  return (tolerance) => {
    const most = plus(exactly(u), tolerance);
    const least = minus(exactly(u), tolerance);
    const above = plus(exactly(a), most);
    const below = plus(exactly(a), least);
    return (
      rises(above) && cubic(above) >= 0 && (sign(least) <= 0 || !rises(below) || cubic(below) <= 0)
    );
  };
}
