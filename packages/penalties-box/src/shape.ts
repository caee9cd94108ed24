import type { SeparablePenalty } from "@proxkit/penalty";

/**
 * Whether p never falls and is concave for x > 0, as far as samples of 160 sizes show: what makes a chord of
 * p a lower bound. A jump at 0, as l0 has it, is allowed.
 */
export function isConcaveBeyondZero({ scalar: { value } }: SeparablePenalty): boolean {
  for (let x = 2 ** -40; x <= 2 ** 40; x *= Math.SQRT2) {
    const [start, middle, end] = [value(x), value(1.5 * x), value(2 * x)];
    const rounding = 1e-12 * end;
    if (!(end < Number.POSITIVE_INFINITY && middle >= start - rounding && end >= middle - rounding))
      return false;
    if (!(middle >= (start + end) / 2 - rounding && start >= (value(0) + end) / 2 - rounding))
      return false;
  }
  return true;
}

/** Whether p, which is concave beyond 0 if it is not convex, is straight from 0 to h > 0: it touches its chord. */
export function isStraightUpTo(p: (x: number) => number, h: number): boolean {
  const end = p(h);
  return (
    h > 0 &&
    end < Number.POSITIVE_INFINITY &&
    h < Number.POSITIVE_INFINITY &&
    p(h / 2) <= (end / 2) * (1 + 2 ** -50)
  );
}
