import type { LineLook } from "./line-looks.ts";

/** A line of a plot, with what is marked on it. */
export interface LineCurve {
  /** Written beside its end. */
  readonly label: string;
  readonly look: LineLook;
  readonly x: ArrayLike<number>;
  /** NaN for a gap. */
  readonly y: ArrayLike<number>;
  /** Drawn as a circle: full where the function is, open where it is not. */
  readonly circles?: readonly Circle[];
  /** Places on the x axis that are marked. */
  readonly marks?: readonly number[];
  /** The edges of a band around it. */
  readonly band?: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> };
}

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly kind: "full" | "open";
}
