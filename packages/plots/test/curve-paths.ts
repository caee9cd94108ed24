import type { SvgElement } from "./svg-texts.ts";

export type Point = readonly [x: number, y: number];

/** The points of a path, px. */
export function pointsOf(path: SvgElement): Point[] {
  const d = path.getAttribute("d") ?? "";
  return Array.from(d.matchAll(/[ML]([^,]+),([^MLZ]+)/g), ([, x, y]) => [Number(x), Number(y)]);
}
