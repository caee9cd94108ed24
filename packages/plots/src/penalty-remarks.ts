import type { Labelled } from "./curve-labels.ts";
import { formatNumber } from "./format-number.ts";
import type { Jump } from "./jump.ts";
import type { Domain } from "./series-domains.ts";
import { colour } from "./theme.ts";

/** What to write beside the right threshold, at the foot. */
export function thresholdRemark(rules: readonly number[], y: Domain): Labelled[] {
  const at = Math.max(...rules, 0);
  if (!(at > 0)) return [];
  const label = `threshold ${formatNumber(at)}`;
  return [remark(label, colour.quiet, upwards(at, y, [0.05, 0.1]))];
}

/** What to write beside the jump that is furthest to the right. */
export function jumpRemark(jumps: readonly Jump[]): Labelled[] {
  const [last] = jumps.toSorted((a, b) => b.at - a.at);
  if (!last || !Number.isFinite(last.right - last.left)) return [];
  const { at, left, right } = last;
  const label = `jump ${formatNumber(Math.abs(right - left))}`;
  return [remark(label, colour.learned, upwards(at, [left, right], [0.5, 0.4, 0.3, 0.6, 0.7]))];
}

/** What to write where the penalty is infinite. */
export function infiniteRemark(interval: readonly [number, number], y: Domain): Labelled {
  const middle = (interval[0] + interval[1]) / 2;
  const heights = [0.5, 0.6, 0.7, 0.8, 0.4, 0.3, 0.2];
  return remark("P = ∞", colour.quiet, upwards(middle, y, heights));
}

function remark(label: string, colour: string, anchors: Labelled["anchors"]): Labelled {
  return { label, colour, points: [], anchors };
}

/** Places one above the other, at shares of the way from low to high. */
function upwards(x: number, [low, high]: Domain, shares: readonly number[]): Labelled["anchors"] {
  return shares.map((share) => ({ x, y: low + share * (high - low) }));
}
