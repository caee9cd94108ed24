import { checkLength, isFloat32, kernelsOf } from "./check-slots.ts";
import type { Slot } from "./memory/slot.ts";
import type { RawKernels } from "./raw-kernels.ts";

/** A dense matrix in a slot. */
export interface DenseMatrix {
  /** Length rows × columns. */
  readonly data: Slot<Float64Array> | Slot<Float32Array>;
  readonly rows: number;
  readonly columns: number;
  /** Which entries are beside each other: those of a row, or those of a column. Default: "rows". */
  readonly layout?: "rows" | "columns" | undefined;
}

/**
 * A matrix times a vector.
 *
 *     out ← A v
 *
 * @param A rows × columns, float64 or float32
 * @param v length columns
 * @param out length rows, another slot than v
 * @throws RangeError if a length does not fit; KernelMemoryError if the slots are not in one memory, or freed
 * @example
 * ```ts
 * import { gemv, openMemory } from "@proxkit/kernels";
 *
 * const memory = openMemory();
 * const data = memory.float64(4);
 * data.view.set([1, 2, 3, 4]);
 * const [v, out] = [memory.float64(2), memory.float64(2)];
 * v.view.set([1, 1]);
 * gemv({ data, rows: 2, columns: 2 }, v, out);
 * console.log(Array.from(out.view)); // [ 3, 7 ]
 * ```
 */
export function gemv(A: DenseMatrix, v: Slot, out: Slot): void {
  const { rows, columns, layout = "rows" } = A;
  const kernels = checked("gemv", A, v, columns, out, rows);
  if (layout === "rows") timesRows(kernels, A, v, out, rows, columns);
  else sumRows(kernels, A, v, out, columns, rows);
}

/**
 * The transpose of a matrix times a vector.
 *
 *     out ← Aᵀ v
 *
 * @param A rows × columns, float64 or float32
 * @param v length rows
 * @param out length columns, another slot than v
 * @throws RangeError if a length does not fit; KernelMemoryError if the slots are not in one memory, or freed
 * @example
 * ```ts
 * import { gemvTransposed, openMemory } from "@proxkit/kernels";
 *
 * const memory = openMemory();
 * const data = memory.float64(4);
 * data.view.set([1, 2, 3, 4]);
 * const [v, out] = [memory.float64(2), memory.float64(2)];
 * v.view.set([1, 1]);
 * gemvTransposed({ data, rows: 2, columns: 2 }, v, out);
 * console.log(Array.from(out.view)); // [ 4, 6 ]
 * ```
 */
export function gemvTransposed(A: DenseMatrix, v: Slot, out: Slot): void {
  const { rows, columns, layout = "rows" } = A;
  const kernels = checked("gemvTransposed", A, v, rows, out, columns);
  if (layout === "rows") sumRows(kernels, A, v, out, rows, columns);
  else timesRows(kernels, A, v, out, columns, rows);
}

function checked(
  caller: string,
  { data, rows, columns }: DenseMatrix,
  v: Slot,
  vLength: number,
  out: Slot,
  outLength: number,
): RawKernels {
  const kernels = kernelsOf(caller, data, v, out);
  checkLength(caller, "data", data, rows * columns);
  checkLength(caller, "v", v, vLength);
  checkLength(caller, "out", out, outLength);
  if (v === out) throw new RangeError(`${caller}: out must be another slot than v, received v`);
  return kernels;
}

/** @param m @param n the shape of what lies in rows: A, or Aᵀ where its columns lie together */
function timesRows(
  kernels: RawKernels,
  { data }: DenseMatrix,
  v: Slot,
  out: Slot,
  m: number,
  n: number,
): void {
  if (isFloat32(data)) kernels.rowsTimes32(data.at, v.at, out.at, m, n);
  else kernels.rowsTimes(data.at, v.at, out.at, m, n);
}

function sumRows(
  kernels: RawKernels,
  { data }: DenseMatrix,
  v: Slot,
  out: Slot,
  m: number,
  n: number,
): void {
  const scratch = data.memory.uint8(QUEUE_BYTES);
  if (isFloat32(data)) kernels.sumOfRows32(data.at, v.at, out.at, scratch.at, m, n);
  else kernels.sumOfRows(data.at, v.at, out.at, scratch.at, m, n);
  scratch.free();
}

/** Four addresses and four scales: rows that wait to be added. */
export const QUEUE_BYTES: number = 48;
