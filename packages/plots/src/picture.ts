import type { PlotOptions } from "@observablehq/plot";

/** One Observable Plot within a picture. */
export interface Panel {
  /** Distance of its left edge from that of the picture, px. */
  readonly left: number;
  /** Distance of its top edge from that of the picture, px. */
  readonly top: number;
  /** The options of `Plot.plot`: data and marks, no DOM. */
  readonly plot: PlotOptions & { readonly width: number; readonly height: number };
}

/** A picture as data: Observable Plots and where they go on one white sheet. */
export interface Picture {
  /** px. */
  readonly width: number;
  /** px. */
  readonly height: number;
  /** What a screen reader says. */
  readonly description: string;
  readonly panels: readonly Panel[];
}
