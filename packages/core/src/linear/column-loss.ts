import { dispose, type Slot } from "@proxkit/kernels";
import { ArgumentError } from "../argument-error.ts";
import type { DataLoss } from "../data-loss.ts";
import { defineLoss } from "../define-loss.ts";
import { hasNaN } from "../loops/has-nan.ts";
import { largestEigenvalue } from "../loops/largest-eigenvalue.ts";
import type { LinearLoss, LinearModel } from "./linear-model.ts";

export interface ColumnLossDefinition {
  /** Who is named in errors. */
  readonly name: string;
  readonly model: LinearModel;
  /** c in F″ ≤ c·diag(s) everywhere. Default: none. */
  readonly steepest?: number | undefined;
  /** s, what each row counts. */
  readonly s: Float64Array;
}

/** A loss whose data lie by columns: Xw passes over the columns whose weight is not 0, and the gradient over all. */
export function columnLoss(
  definition: ColumnLossDefinition & { readonly steepest: number },
): LinearLoss & DataLoss;
export function columnLoss(definition: ColumnLossDefinition): LinearLoss;
export function columnLoss({ name, model, steepest, s }: ColumnLossDefinition): LinearLoss {
  const { columns, outputs } = model;
  const { memory, rows: m, columns: d } = columns;
  const z = memory.float64(m * outputs);
  const product = memory.float64(d);
  let freed = false;

  function evaluate(w: Float64Array, out?: Float64Array): number {
    checkThere();
    if (hasNaN(w)) {
      out?.fill(Number.NaN); // a sparse column may have no entry to carry it on
      return Number.NaN;
    }
    times(model, w, z);
    if (!out) return model.value(z.view);
    const value = model.slopes(z.view, z.view);
    transposed(model, z, product, out);
    return value;
  }

  /** λmax(c·Xᵀ diag(s) X), enlarged by 1%. */
  function smoothness(c: number): number {
    checkThere();
    const apply = (v: Float64Array, out: Float64Array) => {
      const { view } = z;
      view.fill(0);
      for (let j = 0; j < d; j++) if (v[j] !== 0) columns.add(v[j], j, z);
      for (let i = 0; i < m; i++) view[i] *= s[i];
      columns.products(z, product);
      out.set(product.view);
    };
    return 1.01 * c * largestEigenvalue(apply, d);
  }

  function checkThere(): void {
    if (freed)
      throw new ArgumentError({
        caller: name,
        argument: "the loss",
        expected: "be used before it is freed",
        received: "a call after that",
      });
  }

  function free(): void {
    freed = true;
    memory.free();
  }

  const loss = defineLoss({
    name,
    dimension: d * outputs,
    evaluate,
    smoothness: () => (steepest === undefined ? Number.NaN : smoothness(steepest)),
  });

  return Object.freeze({
    dimension: loss.dimension,
    value: loss.value,
    gradient: loss.gradient,
    valueAndGradient: loss.valueAndGradient,
    get smoothness() {
      return steepest === undefined ? undefined : loss.smoothness;
    },
    get linear() {
      checkThere();
      return model;
    },
    free,
    [dispose]: free,
  }) as LinearLoss;
}

/** z ← Xw */
function times({ columns, outputs }: LinearModel, w: Float64Array, z: Slot): void {
  z.view.fill(0);
  for (let i = 0; i < w.length; i++)
    if (w[i] !== 0) {
      const j = outputs === 1 ? i : Math.floor(i / outputs);
      columns.add(w[i], j, z, i - j * outputs);
    }
}

/** out ← Xᵀq, by way of `product`, length d. */
function transposed(
  { columns, outputs }: LinearModel,
  q: Slot,
  product: Slot,
  out: Float64Array,
): void {
  for (let k = 0; k < outputs; k++) {
    columns.products(q, product, k);
    const { view } = product;
    if (outputs === 1) out.set(view);
    else for (let j = 0; j < view.length; j++) out[j * outputs + k] = view[j];
  }
}
