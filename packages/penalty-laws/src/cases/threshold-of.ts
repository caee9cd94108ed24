import type { Subject } from "../subject/subject.ts";

/**
 * The threshold for t, as a guide to where cases are interesting: 0 where there is none, or where it throws, is
 * NaN or overflows, which is a matter for its own law.
 */
export function thresholdOf({ scalar }: Subject, t: number): number {
  try {
    const threshold = scalar?.threshold(t) ?? 0;
    return Number.isFinite(threshold) ? threshold : 0;
  } catch {
    return 0;
  }
}
