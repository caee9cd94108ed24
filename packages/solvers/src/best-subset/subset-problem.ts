import type { LinearModel } from "@proxkit/core";
import type { Slot } from "@proxkit/kernels";

/** A loss of a linear model with its columns parted into those that are kept and those to choose from. */
export interface SubsetProblem {
  readonly model: LinearModel;
  /** Ascending. */
  readonly kept: Uint32Array;
  /** Ascending. */
  readonly candidates: Uint32Array;
  /** Xw, length m. */
  readonly z: Slot;
  /** ∇F(Xw), length m. */
  readonly slopes: Slot;
  /** F″(Xw), length m. */
  readonly curvatures: Slot;
  /** Length m. */
  readonly spare: Slot;
  /** Xᵀ of something, length d. */
  readonly product: Slot;
  /** f(0) − inf F: what there is to explain. */
  readonly whole: number;
  free(): void;
}

/** @param keep of whole numbers below d */
export function subsetProblem(model: LinearModel, keep: ArrayLike<number>): SubsetProblem {
  const { memory, rows, columns } = model.columns;
  const kept = Uint32Array.from(new Set(Array.from(keep))).sort();
  const isKept = new Set(kept);
  const slots = {
    z: memory.float64(rows),
    slopes: memory.float64(rows),
    curvatures: memory.float64(rows),
    spare: memory.float64(rows),
    product: memory.float64(columns),
  };
  return {
    model,
    kept,
    candidates: Uint32Array.from({ length: columns }, (_, j) => j).filter((j) => !isKept.has(j)),
    ...slots,
    whole: model.value(slots.z.view) - model.least,
    free: () => {
      for (const slot of Object.values(slots)) slot.free();
    },
  };
}
