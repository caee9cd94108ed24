import { checkLength, isFloat32, kernelsOf } from "../check-slots.ts";
import type { DenseMatrix } from "../gemv.ts";
import type { KernelMemory } from "../memory/open-memory.ts";
import type { Slot } from "../memory/slot.ts";
import type { RawKernels } from "../raw-kernels.ts";
import { denseColumns } from "./dense-columns.ts";
import { sparseColumns } from "./sparse-columns.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

/**
 * A matrix X, m × d, whose columns lie together: what is done with one column at a time, dense or sparse.
 *
 * Vectors over the rows may stand for several outputs, K after each other, each of length m: `output` says which is
 * meant, 0 if there is one. For speed nothing is checked but when the columns are opened: j is below d, and the slots
 * are long enough and in `memory`.
 */
export interface Columns {
  readonly memory: KernelMemory;
  readonly rows: number;
  readonly columns: number;
  /** How many numbers are stored. */
  readonly entries: number;
  /** xⱼ·v */
  dot(j: number, v: Slot, output?: number): number;
  /** out ← Xᵀv, length d */
  products(v: Slot, out: Slot, output?: number): void;
  /** out ← Xw of one output, w of length d: the bits of adding one column after the other; only of dense columns. */
  times?(w: Slot, out: Slot): void;
  /** v ← v + a xⱼ */
  add(a: number, j: number, v: Slot, output?: number): void;
  /** v ← v + a (s∘xⱼ) */
  addWeighted(a: number, j: number, s: Slot, v: Slot, output?: number): void;
  /** Σᵢ sᵢ xᵢⱼ²; without s, ‖xⱼ‖². */
  squares(j: number, s?: Slot, output?: number): number;
  /** out[at + k] ← Σᵢ sᵢ xᵢⱼ xᵢₗ, without s xⱼ·xₗ, l the k-th of the first `count` in a list; only of dense columns. */
  inners?(
    j: number,
    list: Slot<Uint32Array>,
    count: number,
    s: Slot | undefined,
    out: Slot,
    at: number,
  ): void;
  /**
   * A pass of coordinate descent over the first `count` coordinates of a list; see {@link Descent}.
   * @returns the largest cᵢ|change of wᵢ|, in the units of the gradient; 0 at a solution
   */
  descend(problem: Descent, list: Slot<Uint32Array>, count: number, l1: number, l2: number): number;
}

/**
 * Where coordinate descent stands: a quadratic F of the products z = Xw plus an elastic-net penalty,
 *
 *     F(Xw) + Σᵢ pᵢ (l1 |wᵢ| + l2/2 wᵢ²)
 *     wᵢ ← soft(cᵢwᵢ − xⱼ·q, l1 pᵢ)/(cᵢ + l2 pᵢ),   q ← q + (change of wᵢ) s∘xⱼ
 *
 * Coordinate i has column j = i div K and output i mod K.
 */
export interface Descent {
  /** q = ∇F(z), length mK; kept right. */
  readonly slopes: Slot;
  /** w, length dK; changed. */
  readonly w: Slot;
  /** cᵢ = Σ s xⱼ², length dK. A coordinate with 0 is left as it is. */
  readonly curvature: Slot;
  /** s, the second derivatives of F, all alike or length mK. */
  readonly scale: number | Slot;
  /** p, length dK. Default: all 1. */
  readonly weights?: Slot | undefined;
  /** K. */
  readonly outputs: number;
}

/**
 * The columns of a matrix, ready for work on one after the other.
 *
 * @param X dense with its columns together, float64 or float32, or sparse
 * @throws RangeError if the rows lie together, a length does not fit, or a sparse matrix has an index out of range;
 * KernelMemoryError if the slots are not in one memory, or freed
 * @example
 * ```ts
 * import { columnsOf, openMemory } from "@proxkit/kernels";
 *
 * const memory = openMemory();
 * const data = memory.float64(4);
 * data.view.set([1, 2, 3, 4]);
 * const columns = columnsOf({ data, rows: 2, columns: 2, layout: "columns" });
 * const v = memory.float64(2);
 * v.view.set([1, 10]);
 * console.log(columns.dot(1, v), columns.squares(0)); // 43 5
 * ```
 */
export function columnsOf(X: DenseMatrix | SparseMatrix): Columns {
  return "data" in X ? ofDense(X) : ofSparse(X);
}

function ofDense(X: DenseMatrix): Columns {
  const { data, rows, columns, layout = "rows" } = X;
  const kernels = kernelsOf("columnsOf", data);
  if (layout !== "columns")
    throw new RangeError("columnsOf: X must have its columns together, received rows");
  checkLength("columnsOf", "data", data, rows * columns);
  return denseColumns(X, named(kernels, isFloat32(data)));
}

/** The kernels of dense columns for their type. */
function named(kernels: RawKernels, float32: boolean) {
  const { dot, axpy, weightedAxpy, squares, columnsTimes, inners, descend, rowsTimes } = kernels;
  const {
    dot32,
    axpy32,
    weightedAxpy32,
    squares32,
    columnsTimes32,
    inners32,
    descend32,
    rowsTimes32,
  } = kernels;
  return float32
    ? {
        dot: dot32,
        axpy: axpy32,
        weightedAxpy: weightedAxpy32,
        squares: squares32,
        columnsTimes: columnsTimes32,
        inners: inners32,
        descend: descend32,
        rowsTimes: rowsTimes32,
      }
    : { dot, axpy, weightedAxpy, squares, columnsTimes, inners, descend, rowsTimes };
}

function ofSparse(X: SparseMatrix): Columns {
  const { starts, rowIndices, values, rows, columns } = X;
  const kernels = kernelsOf("columnsOf", starts, rowIndices, values);
  checkLength("columnsOf", "starts", starts, columns + 1);
  checkLength("columnsOf", "rowIndices", rowIndices, values.length);
  const { view } = starts;
  for (let j = 0; j < columns; j++)
    if (!(view[j] <= view[j + 1]))
      throw new RangeError(
        `columnsOf: starts must not fall, received ${view[j + 1]} after ${view[j]}`,
      );
  if (view[0] !== 0 || view[columns] !== values.length)
    throw new RangeError(
      `columnsOf: starts must go from 0 to ${values.length}, received ${view[0]} to ${view[columns]}`,
    );
  const row = firstFrom(rowIndices.view, rows);
  if (row !== undefined)
    throw new RangeError(`columnsOf: rows must be below ${rows}, received ${row}`);
  return sparseColumns(X, kernels);
}

/** The first entry that is not below the limit. */
function firstFrom(entries: Uint32Array, limit: number): number | undefined {
  for (let i = 0; i < entries.length; i++) if (!(entries[i] < limit)) return entries[i];
  return undefined;
}
