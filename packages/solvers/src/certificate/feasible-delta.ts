/** Where δ sin δ is largest in (0, π): tan δ = −δ. */
const PEAK = 2.028757838110434;

/** The angles δ that Theorem 1 may be read with. */
export interface FeasibleDelta {
  /** δ₁, which gives the sharpest θ < δ. */
  readonly smallest: number;
  /** δ₂, which gives the sharpest θ(wᵗ, w*) ≤ π − δ. */
  readonly largest: number;
  /** π − δ₂, to full relative precision. */
  readonly complement: number;
}

/**
 * All δ in (0, π) with δ sin δ ≥ level, an interval; null where there is none, for level > 1.8197….
 *
 * @param level kπβ/‖w*‖
 */
export function feasibleDelta(level: number): FeasibleDelta | null {
  const height = (delta: number) => delta * Math.sin(delta);
  if (!(level <= height(PEAK))) return null;
  const smallest = crossing(height, level, PEAK);
  const complement = crossing((psi) => (Math.PI - psi) * Math.sin(psi), level, Math.PI - PEAK);
  return { smallest, largest: Math.PI - complement, complement };
}

/** The least double x in (0, top] with rising(x) ≥ level, by bisection. */
function crossing(rising: (x: number) => number, level: number, top: number): number {
  let low = 0;
  let high = top;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (rising(middle) >= level) high = middle;
    else low = middle;
  }
}

/** max δ sin δ = 1.8197…. */
export const GREATEST: number = PEAK * Math.sin(PEAK);
