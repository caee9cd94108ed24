/// <reference lib="esnext.disposable" preserve="true" />

import type { DenseMatrix } from "../gemv.ts";

/** A loss over data that stays in a memory, ready to be evaluated. */
export interface Pass {
  /** d, the length of w. */
  readonly dimension: number;
  /**
   * The loss at w, and in `out`, if there is one, its gradient there.
   *
   * @param w length d
   * @param out length d; another array than w
   * @throws KernelThreadError if a worker is lost
   */
  evaluate(w: Float64Array, out?: Float64Array): number;
  /** Gives back what the pass took of the memory, and ends its workers. */
  free(): void;
  [Symbol.dispose](): void;
}

export interface PassOptions {
  /** The inputs, a row a sample, row after row; float64 or float32. */
  readonly X: DenseMatrix;
  /** One number a sample, copied. */
  readonly y: ArrayLike<number>;
  /**
   * How many threads share the work, this one among them. The rows are cut into up to 16 parts for each, so
   * the bits depend on this number and on nothing else. More than 1 needs a memory that is shared. Default: 1.
   */
  readonly threads?: number | undefined;
}
