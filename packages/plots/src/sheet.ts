import type { Panel } from "./picture.ts";

/** The sheet that every picture is set on; px. */
export const sheet = { width: 720, side: 16, gutter: 16, head: 14, foot: 10 } as const;

/** Where paragraphs go. */
export const column: { readonly left: number; readonly width: number } = {
  left: sheet.side,
  width: sheet.width - 2 * sheet.side,
};

/** How wide each of two panels side by side is. */
export const half: number = (sheet.width - sheet.gutter) / 2;

/** Where the lowest panel ends, but not above `least`. */
export function below(panels: readonly Panel[], least: number = sheet.head): number {
  return Math.max(least, ...panels.map(({ top, plot }) => top + plot.height));
}
