import type { Slot } from "../memory/slot.ts";
import type { RawKernels } from "../raw-kernels.ts";
import type { Columns, Descent } from "./columns.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

export function sparseColumns(X: SparseMatrix, kernels: RawKernels): Columns {
  const { rows, columns, values, rowIndices } = X;
  const { memory } = values;
  const starts = X.starts.view.slice(); // a memory that grows takes its views away
  const offset = 8 * rows; // from one output to the next
  const valuesAt = (j: number) => values.at + 8 * starts[j];
  const rowsAt = (j: number) => rowIndices.at + 4 * starts[j];
  const count = (j: number) => starts[j + 1] - starts[j];

  return Object.freeze({
    memory,
    rows,
    columns,
    entries: values.length,
    dot: (j: number, v: Slot, output = 0) =>
      kernels.sparseDot(valuesAt(j), rowsAt(j), v.at + output * offset, count(j)),
    products: (v: Slot, out: Slot, output = 0) =>
      kernels.sparseProducts(
        values.at,
        X.starts.at,
        rowIndices.at,
        v.at + output * offset,
        out.at,
        columns,
      ),
    add: (a: number, j: number, v: Slot, output = 0) =>
      kernels.sparseAxpy(a, valuesAt(j), rowsAt(j), v.at + output * offset, count(j)),
    addWeighted: (a: number, j: number, s: Slot, v: Slot, output = 0) =>
      kernels.sparseWeightedAxpy(
        a,
        valuesAt(j),
        rowsAt(j),
        s.at + output * offset,
        v.at + output * offset,
        count(j),
      ),
    squares: (j: number, s?: Slot, output = 0) =>
      kernels.sparseSquares(valuesAt(j), rowsAt(j), s ? s.at + output * offset : 0, count(j)),
    descend(problem: Descent, list: Slot<Uint32Array>, length: number, l1: number, l2: number) {
      const { slopes, w, curvature, scale, weights, outputs } = problem;
      const uniform = typeof scale === "number";
      return kernels.sparseDescend(
        values.at,
        X.starts.at,
        rowIndices.at,
        slopes.at,
        w.at,
        curvature.at,
        weights?.at ?? 0,
        list.at,
        length,
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
