import type { SeparablePenalty } from "@proxkit/penalty";
import type { LawResult } from "@proxkit/penalty-laws";

/** Where a picture shows what was found. */
export interface PictureRange {
  readonly t: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The step and range of the first counterexample with one v and one t, or t = 1; wide enough for its threshold.
 *
 * @param threshold the penalty's, if it has one
 */
export function pictureRange(
  results: readonly LawResult[],
  threshold: SeparablePenalty["scalar"]["threshold"] | undefined,
): PictureRange {
  const cases = results.map(({ violation }) => violation?.counterexample);
  const shown = cases.find((data) => sensible(data?.v) && sensible(data?.t) && data.t > 0);
  const { v, t } = (shown ?? { v: 0, t: 1 }) as { readonly v: number; readonly t: number };
  const sizes = [Math.abs(v), tried(threshold, t)].filter(sensible);
  const size = roundUp(2 * Math.max(...sizes, 0));
  return { t, from: -size, to: size };
}

/** Whether it can be drawn. */
function sensible(x: unknown): x is number {
  return typeof x === "number" && Math.abs(x) < 1e100 && (x === 0 || Math.abs(x) > 1e-100);
}

function tried(threshold: ((t: number) => number) | undefined, t: number): number {
  try {
    return threshold?.(t) ?? 0;
  } catch {
    return 0; // a law's business
  }
}

/** To 1, 2, 3 or 5 times a power of ten; 0 to 3. */
function roundUp(x: number): number {
  if (x === 0) return 3;
  const power = 10 ** Math.floor(Math.log10(x));
  const step = [1, 2, 3, 5, 10].find((k) => k * power >= x) ?? 10;
  return step * power;
}
