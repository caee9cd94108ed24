import { type DenseMatrix, QUEUE_BYTES } from "../gemv.ts";
import type { Slot } from "../memory/slot.ts";
import type { RawKernels } from "../raw-kernels.ts";
import type { Columns, Descent } from "./columns.ts";

export type DenseKernels = Pick<
  RawKernels,
  "dot" | "axpy" | "weightedAxpy" | "squares" | "columnsTimes" | "inners" | "descend" | "rowsTimes"
>;

/** @param kernels those for the type of the entries */
export function denseColumns({ data, rows, columns }: DenseMatrix, kernels: DenseKernels): Columns {
  const { at, memory } = data;
  const stride = rows * data.view.BYTES_PER_ELEMENT;
  const scratch = memory.uint8(QUEUE_BYTES);
  const offset = 8 * rows; // from one output to the next

  return Object.freeze({
    memory,
    rows,
    columns,
    entries: rows * columns,
    dot: (j: number, v: Slot, output = 0) =>
      kernels.dot(at + j * stride, v.at + output * offset, rows),
    products: (v: Slot, out: Slot, output = 0) =>
      kernels.rowsTimes(at, v.at + output * offset, out.at, columns, rows),
    times: (w: Slot, out: Slot) =>
      kernels.columnsTimes(at, w.at, out.at, scratch.at, rows, columns),
    add: (a: number, j: number, v: Slot, output = 0) =>
      kernels.axpy(a, at + j * stride, v.at + output * offset, rows),
    addWeighted: (a: number, j: number, s: Slot, v: Slot, output = 0) =>
      kernels.weightedAxpy(
        a,
        at + j * stride,
        s.at + output * offset,
        v.at + output * offset,
        rows,
      ),
    squares: (j: number, s?: Slot, output = 0) =>
      kernels.squares(at + j * stride, s ? s.at + output * offset : 0, rows),
    inners: (
      j: number,
      list: Slot<Uint32Array>,
      count: number,
      s: Slot | undefined,
      out: Slot,
      from: number,
    ) => kernels.inners(at, j, list.at, count, s?.at ?? 0, out.at + 8 * from, rows),
    descend(problem: Descent, list: Slot<Uint32Array>, count: number, l1: number, l2: number) {
      const { slopes, w, curvature, scale, weights, outputs } = problem;
      const uniform = typeof scale === "number";
      return kernels.descend(
        at,
        slopes.at,
        w.at,
        curvature.at,
        weights?.at ?? 0,
        list.at,
        count,
        rows,
        outputs,
        uniform ? scale : 0,
        uniform ? 0 : scale.at,
        l1,
        l2,
      );
    },
  });
}
