/** Points of a curve in the plane, in order. */
export interface PlaneCurve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A penalty of one number and what undoes it for sizes x ≥ 0. */
export interface Invertible {
  value(x: number): number;
  inverse(s: number): number;
}

/** p(x) = (a + 1)|x|/(a + |x|), so x = as/(a + 1 − s). */
export function tl1Inverse(a: number): Invertible {
  return {
    value: (x) => ((a + 1) * x) / (a + x),
    inverse: (s) => (a * s) / (a + 1 - s),
  };
}

export const L1_INVERSE: Invertible = { value: (x) => x, inverse: (s) => s };
export const LHALF_INVERSE: Invertible = { value: (x) => Math.sqrt(x), inverse: (s) => s * s };

/** Points on an eighth of the line, closest together near the diagonal, where it bends most. */
const POINTS = 24;

/**
 * The level line {(x, y) : p(x) + p(y) = p(r)}, which goes through (r, 0), as a closed curve.
 *
 *     y = p⁻¹(p(r) − p(x))   for x from the diagonal p⁻¹(p(r)/2) to r; the rest by symmetry
 */
export function levelLine({ value, inverse }: Invertible, r: number): PlaneCurve {
  const level = value(r);
  const diagonal = inverse(level / 2);
  const eighth: [number, number][] = [];
  for (let i = 0; i < POINTS; i++) {
    const q = i / POINTS;
    const x = diagonal + (r - diagonal) * q * q;
    eighth.push([x, i === 0 ? x : inverse(Math.max(0, level - value(x)))]);
  }
  eighth.push([r, 0]);
  const quarter = [...eighth.toReversed(), ...eighth.slice(1).map(([x, y]) => [y, x])];
  const around: (readonly number[])[] = [];
  for (let turn = 0, c = 1, s = 0; turn < 4; turn++, [c, s] = [0 - s, c])
    for (const [x, y] of quarter.slice(turn === 0 ? 0 : 1))
      around.push([c * x - s * y, s * x + c * y]);
  return { x: around.map(([x]) => x + 0), y: around.map(([, y]) => y + 0) };
}

/** The largest distance from a point of either curve to the nearest point of the other (Hausdorff). */
export function curveDistance(p: PlaneCurve, q: PlaneCurve): number {
  return Math.sqrt(Math.max(farthest(p, q), farthest(q, p)));
}

function farthest(from: PlaneCurve, to: PlaneCurve): number {
  let worst = 0;
  for (let i = 0; i < from.x.length; i++) {
    let nearest = Number.POSITIVE_INFINITY;
    for (let j = 1; j < to.x.length; j++)
      nearest = Math.min(nearest, squareToSegment(from.x[i], from.y[i], to, j));
    worst = Math.max(worst, nearest);
  }
  return worst;
}

/** The squared distance from (px, py) to the piece of the curve that ends at its j-th point. */
function squareToSegment(px: number, py: number, { x, y }: PlaneCurve, j: number): number {
  const dx = x[j] - x[j - 1];
  const dy = y[j] - y[j - 1];
  const length = dx * dx + dy * dy;
  const along = ((px - x[j - 1]) * dx + (py - y[j - 1]) * dy) / length;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, along));
  return (px - x[j - 1] - part * dx) ** 2 + (py - y[j - 1] - part * dy) ** 2;
}
