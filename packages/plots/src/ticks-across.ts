import type { Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";
import { fontSize } from "./theme.ts";
import { axisTicks, type Tick } from "./ticks.ts";

const air = 10; // px between texts

/** As many ticks of a horizontal axis as have room for their texts, at most about `most`. */
export function ticksAcross(x: Scale, scale: "linear" | "log", most: number): Tick[] {
  for (let count = most; count >= 1; count--) {
    const ticks = axisTicks(x.domain, scale, count);
    const apart = ticks.every(({ value, text }, i) => {
      if (i === 0) return true;
      const before = ticks[i - 1];
      const half = (textWidth(text, fontSize.label) + textWidth(before.text, fontSize.label)) / 2;
      return x.toPixel(value) - x.toPixel(before.value) >= half + air;
    });
    if (apart) return ticks;
  }
  return axisTicks(x.domain, scale, 1).slice(0, 1);
}

/** Room to the left and to the right of a plot, px. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** The margins that a plot needs so that no text of its horizontal axis is cut; at least those given. */
export function marginsFor(ticks: readonly Tick[], x: Scale, least: Margins): Margins {
  const [start, end] = x.domain.map(x.toPixel);
  const outer = ticks.map(({ value, text }) => {
    const half = textWidth(text, fontSize.label) / 2;
    return { left: start - (x.toPixel(value) - half), right: x.toPixel(value) + half - end };
  });
  const most = (side: "left" | "right") =>
    Math.max(least[side], ...outer.map((beyond) => Math.ceil(beyond[side]) + 4));
  return { left: most("left"), right: most("right") };
}
