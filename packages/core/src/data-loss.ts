/// <reference lib="esnext.disposable" preserve="true" />

import { type DenseMatrix, dispose, type Pass } from "@proxkit/kernels";
import { ArgumentError } from "./argument-error.ts";
import { defineLoss } from "./define-loss.ts";
import type { LinearModel } from "./linear/linear-model.ts";
import type { Loss } from "./loss.ts";

/** A {@link Loss} over data, which it keeps a copy of. */
export interface DataLoss extends Loss {
  readonly smoothness: number;
  valueAndGradient(w: Float64Array, out: Float64Array): number;
  /** Gives the memory of the data back now, and not when nothing refers to the loss any more. */
  free(): void;
  [Symbol.dispose](): void;
}

/** What a loss over data consists of. */
export interface DataLossDefinition {
  /** Who is named in errors. */
  readonly name: string;
  readonly X: DenseMatrix;
  readonly pass: Pass;
  /** L. Asked once, when someone first reads it. */
  smoothness(): number;
  /** What the loss says of itself if it is linear. Asked once, when someone first reads it. */
  linear?(): LinearModel;
}

export function dataLoss(
  definition: DataLossDefinition & { linear(): LinearModel },
): DataLoss & { readonly linear: LinearModel };
export function dataLoss(definition: DataLossDefinition): DataLoss;
export function dataLoss(definition: DataLossDefinition): DataLoss {
  const { name, X, pass, smoothness } = definition;
  let freed = false;
  let linear: LinearModel | undefined;

  function checkThere(): void {
    if (freed)
      throw new ArgumentError({
        caller: name,
        argument: "the loss",
        expected: "be used before it is freed",
        received: "a call after that",
      });
  }

  const loss = defineLoss({
    name,
    dimension: pass.dimension,
    evaluate(w, out) {
      checkThere();
      return pass.evaluate(w, out);
    },
    smoothness() {
      checkThere();
      return smoothness();
    },
  });

  function free(): void {
    freed = true;
    pass.free();
    X.data.memory.free();
    linear?.columns.memory.free();
  }

  const members = {
    dimension: loss.dimension,
    value: loss.value,
    gradient: loss.gradient,
    valueAndGradient: loss.valueAndGradient,
    get smoothness() {
      return loss.smoothness;
    },
    free,
    [dispose]: free,
  };
  if (!definition.linear) return Object.freeze(members);
  const modelOf = definition.linear;
  return Object.freeze(
    Object.defineProperty(members, "linear", {
      enumerable: true,
      get() {
        checkThere();
        linear ??= modelOf();
        return linear;
      },
    }),
  );
}
