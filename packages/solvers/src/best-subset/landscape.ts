/** The minimum of f on a choice of columns, beside the kept ones. */
export interface Minimum {
  /** Ascending, without those that depend on others. */
  readonly chosen: Uint32Array;
  /** The kept columns, then the chosen ones, without those that depend on others. */
  readonly columns: Uint32Array;
  /** The weights of `columns`, less those that the kept ones have alone where f is quadratic. */
  readonly w: Float64Array;
  readonly loss: number;
}

/** f and its second derivatives around a minimum on some columns. */
export interface Slopes {
  /** ∇f, length d. */
  readonly gradient: Float64Array;
  /** The curvatures of f along the coordinates, length d. */
  readonly curvature: Float64Array;
  /** Column j of the second derivatives, length d. */
  column(j: number): Float64Array;
}

/** f seen as a function of the columns that take part. */
export interface Landscape {
  readonly candidates: Uint32Array;
  readonly isKept: (j: number) => boolean;
  /** Whether `Slopes` say all of f. */
  readonly quadratic: boolean;
  /** Less than this is no change of f: 10⁻¹² of what there is to explain. */
  readonly tie: number;
  /** The kept columns alone. */
  readonly nothing: Minimum;
  /** @param near where to begin. Default: at 0. */
  minimum(chosen: Uint32Array, near?: Minimum): Minimum;
  slopes(at: Minimum): Slopes;
}

/** What counts as no change of f, relative to what the kept columns leave to explain. */
const TIE = 1e-12;

/** What the kept columns leave counts from here, relative to f(0) − inf F. */
export const ROUNDING: number = 2 ** -40;

/** @param left f of the kept columns alone, less inf F @param whole f(0) − inf F */
export function tieOf(left: number, whole: number): number {
  return TIE * Math.max(left, ROUNDING * whole);
}
