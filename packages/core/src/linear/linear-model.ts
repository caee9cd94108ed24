import type { Columns } from "@proxkit/kernels";
import type { DataLoss } from "../data-loss.ts";

/**
 * What a loss says of itself if it sees w through the products Xw only:
 *
 *     f(w) = F(Xw),   ∇f(w) = Xᵀ∇F(Xw)
 *
 * Coordinate descent works on this. With K outputs (the classes of a multinomial loss) w is a d × K matrix row after
 * row, and z = Xw has length mK, one output after the other: wᵢ belongs to column i div K and output i mod K.
 */
export interface LinearModel {
  /** X by columns, in a memory that has room for more. */
  readonly columns: Columns;
  /** K. */
  readonly outputs: number;
  /** F(z), z of length mK. */
  value(z: Float64Array): number;
  /** Writes ∇F(z) to out, length mK, which may be z, and returns F(z). */
  slopes(z: Float64Array, out: Float64Array): number;
  /**
   * Writes to out, length mK, a diagonal that bounds F″(z) from above at z: for K = 1 the second derivatives
   * themselves, or a curvature that makes a quadratic above F.
   */
  curvatures(z: Float64Array, out: Float64Array): void;
  /**
   * Slopes and curvatures at z at once, those that the two give, in two arrays that are not z; returns F(z). Default:
   * there is no shorter way.
   */
  derivatives?(z: Float64Array, slopes: Float64Array, curvatures: Float64Array): number;
  /** Writes to out, length mK, what the curvatures are at most, for any z. Default: they have no bound. */
  bounds?(out: Float64Array): void;
  /** F is quadratic: its curvatures are the same for every z. */
  readonly quadratic: boolean;
  /** The least number that F can come near to: 0 for least squares. The deviance counts from here. */
  readonly least: number;
  /** F*(θ) = sup_z θ·z − F(z) for θ = σ∇F(z), 0 ≤ σ ≤ 1. Default: unknown, and there is no duality gap. */
  conjugate?(theta: Float64Array): number;
}

/** A loss that sees w through Xw only. */
export interface LinearLoss extends Omit<DataLoss, "smoothness"> {
  /** L, or undefined where there is none (Poisson). */
  readonly smoothness?: number;
  /** Made when it is first asked for. */
  readonly linear: LinearModel;
}
