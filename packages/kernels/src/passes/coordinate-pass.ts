import { checkLength, isFloat32, kernelsOf } from "../check-slots.ts";
import type { DenseMatrix } from "../gemv.ts";
import type { Slot } from "../memory/slot.ts";

/** Where coordinate descent stands. */
export interface CoordinateProblem {
  /** The inputs, column after column. */
  readonly X: DenseMatrix;
  /** r = y − Xw, length m; kept right. */
  readonly residual: Slot;
  /** w, length d; changed. */
  readonly w: Slot;
  /** cⱼ = ‖xⱼ‖²/m, length d. A column with 0 is left as it is. */
  readonly curvature: Slot;
}

/**
 * One pass of coordinate descent on least squares with an elastic-net penalty, over the columns in a list:
 *
 *     minimise 1/(2m) ‖y − Xw‖² + l1 ‖w‖₁ + l2/2 ‖w‖²
 *     wⱼ ← soft(xⱼ·r/m + cⱼwⱼ, l1)/(cⱼ + l2),   r ← r − (change of wⱼ) xⱼ
 *
 * @param problem where it stands
 * @param columns the columns to be updated, in this order
 * @param l1 at least 0
 * @param l2 at least 0
 * @returns the largest cⱼ(change of wⱼ)², 0 at a solution
 * @throws RangeError if a length does not fit, a column is not there or X has its rows together;
 * KernelMemoryError if the slots are not in one memory, or freed
 * @example
 * ```ts
 * import { coordinatePass, openMemory } from "@proxkit/kernels";
 *
 * const memory = openMemory();
 * const slot = (...entries: number[]) => {
 *   const room = memory.float64(entries.length);
 *   room.view.set(entries);
 *   return room;
 * };
 * const X = { data: slot(1, 0, 0, 2), rows: 2, columns: 2, layout: "columns" } as const;
 * const problem = { X, residual: slot(1, 2), w: slot(0, 0), curvature: slot(0.5, 2) };
 * const columns = memory.uint32(2);
 * columns.view.set([0, 1]);
 * coordinatePass(problem, columns, 0, 0);
 * console.log(Array.from(problem.w.view)); // [ 1, 1 ]
 * ```
 */
export function coordinatePass(
  problem: CoordinateProblem,
  columns: Slot<Uint32Array>,
  l1: number,
  l2: number,
): number {
  const { X, residual, w, curvature } = problem;
  const caller = "coordinatePass";
  const kernels = kernelsOf(caller, X.data, residual, w, curvature, columns);
  if (X.layout !== "columns")
    throw new RangeError(`${caller}: X must have its columns together, received rows`);
  checkLength(caller, "X.data", X.data, X.rows * X.columns);
  checkLength(caller, "residual", residual, X.rows);
  checkLength(caller, "w", w, X.columns);
  checkLength(caller, "curvature", curvature, X.columns);
  if (!(l1 >= 0 && l2 >= 0))
    throw new RangeError(`${caller}: l1 and l2 must be at least 0, received ${l1} and ${l2}`);
  for (const j of columns.view)
    if (j >= X.columns)
      throw new RangeError(`${caller}: columns must be below ${X.columns}, received ${j}`);
  const kernel = isFloat32(X.data) ? kernels.coordinates32 : kernels.coordinates;
  return kernel(
    X.data.at,
    residual.at,
    w.at,
    curvature.at,
    columns.at,
    columns.length,
    X.rows,
    l1,
    l2,
  );
}
