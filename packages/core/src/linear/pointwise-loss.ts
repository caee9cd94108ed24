import type { DataLoss } from "../data-loss.ts";
import type { DataOptions } from "../data-options.ts";
import type { MatrixLike } from "../matrix-like.ts";
import type { SparseMatrix } from "../sparse-matrix.ts";
import { columnLoss } from "./column-loss.ts";
import type { LinearLoss } from "./linear-model.ts";
import type { Pointwise } from "./pointwise.ts";
import { pointwiseModel } from "./pointwise-model.ts";
import { sampleWeights } from "./sample-weights.ts";
import { storedColumns } from "./stored-columns.ts";

export interface PointwiseLossDefinition {
  /** Who is named in errors. */
  readonly name: string;
  readonly pointwise: Pointwise;
  /** The targets, read for m rows. */
  targets(rows: number): Float64Array;
}

interface Data extends DataOptions {
  readonly X: MatrixLike | SparseMatrix;
  readonly weights?: ArrayLike<number> | undefined;
}

/** Σⱼ sⱼ φ(xⱼ·w, yⱼ) over data by columns. */
export function pointwiseLoss(
  definition: PointwiseLossDefinition & { readonly pointwise: { readonly steepest: number } },
  data: Data,
): LinearLoss & DataLoss;
export function pointwiseLoss(definition: PointwiseLossDefinition, data: Data): LinearLoss;
export function pointwiseLoss(
  { name, pointwise, targets }: PointwiseLossDefinition,
  data: Data,
): LinearLoss {
  const columns = storedColumns(name, data.X, data);
  const y = targets(columns.rows);
  const s = sampleWeights(name, data.weights, columns.rows);
  const model = pointwiseModel(columns, pointwise, s, y);
  return columnLoss({ name, model, s, steepest: pointwise.steepest });
}
