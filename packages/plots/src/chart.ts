/** A chart as plain data: `Figure` of `@proxkit/paper` is one. */
export interface Chart {
  /** "figure4" */
  readonly name: string;
  readonly title: string;
  /** What is seen, with the parameters. */
  readonly caption: string;
  readonly panels: readonly ChartPanel[];
}

/** One pair of axes and what is between them. */
export interface ChartPanel {
  readonly title: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly curves: readonly ChartCurve[];
  /** Whether a unit is as long on both axes. Default: false. */
  readonly equalUnits?: boolean;
}

/** What an axis measures. */
export interface ChartAxis {
  /** With the unit: "angle γ (radians)". */
  readonly label: string;
  /** Default: linear. */
  readonly scale?: "linear" | "log";
  /** Curves are cut off where they leave it. Default: what the curves need. */
  readonly domain?: readonly [number, number];
}

/** Points, and how they belong together. */
export interface ChartCurve {
  /** Written beside the curve. Curves of one label look the same in all panels; an empty one is not written. */
  readonly label: string;
  /** line: joined; dots: not joined; both: joined, with a dot at each point. Default: line. */
  readonly mark?: "line" | "dots" | "both";
  /** In any order, so that a curve may be closed. */
  readonly x: readonly number[];
  /** Length of x; a null is a gap, as at a jump. */
  readonly y: readonly (number | null)[];
  /** The lower edge of a band around the curve, such as the least over the seeds; length of x. */
  readonly low?: readonly (number | null)[];
  /** The upper edge of the band; length of x. */
  readonly high?: readonly (number | null)[];
}
