import { checkLength } from "./check-arguments.ts";
import type { DataLoss } from "./data-loss.ts";
import type { DataOptions } from "./data-options.ts";
import { columnLoss } from "./linear/column-loss.ts";
import type { LinearLoss } from "./linear/linear-model.ts";
import { multinomialModel } from "./linear/multinomial-model.ts";
import { sampleWeights } from "./linear/sample-weights.ts";
import { storedColumns } from "./linear/stored-columns.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readClasses } from "./read-classes.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

export interface MultinomialOptions extends DataOptions {
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** The labels, length m: 0 to K − 1, each at least once. Copied. */
  readonly y: ArrayLike<number>;
  /** K, at least 2. Default: the largest label and 1. */
  readonly classes?: number | undefined;
  /** What each sample counts, length m, at least 0. Default: all the same. */
  readonly weights?: ArrayLike<number> | undefined;
}

/**
 * The mean logistic loss of a linear model for K classes, with a weight vector for each (softmax regression).
 *
 *     f(W) = 1/m Σⱼ (log Σₖ exp(zⱼₖ) − zⱼ at the label),   Z = XW
 *
 * w is the d × K matrix W row after row: the weight of column i for class k is w[iK + k]. With weights it is their
 * mean, Σⱼ weightⱼ (…)/Σ weights. No zⱼₖ overflows exp. Smoothness is λmax(XᵀX)/(2m), with weights
 * λmax(Xᵀ diag(s) X)/2, s = weight/Σ weights, enlarged by 1%. A vector added to the weights of all classes changes
 * nothing; a penalty chooses. `probabilities` and `classify` give the predictions.
 *
 * @param options X (m × d) and labels y (length m)
 * @returns a {@link DataLoss} of dimension dK that is a {@link LinearLoss} of K outputs too
 * @throws ArgumentError if X is empty or ragged, y or the weights have another length than m, or a class is missing in
 * y
 * @throws DataValueError if X holds a NaN or an infinity, or y what is no class
 * @example
 * ```ts
 * import { multinomial } from "@proxkit/core";
 *
 * const loss = multinomial({ X: [[1], [2]], y: [0, 1] });
 * console.log(loss.value(Float64Array.of(0, 0)) === Math.LN2); // true
 * console.log(loss.gradient(Float64Array.of(0, 0))); // Float64Array(2) [ 0.25, -0.25 ]
 * ```
 * Source: D. Böhning, Multinomial logistic regression algorithm, 1992, has the bound ½ on the curvature.
 */
export function multinomial(options: MultinomialOptions): DataLoss & LinearLoss {
  const name = "multinomial";
  const { labels, classes } = readClasses(name, options.y, options.classes);
  const columns = storedColumns(name, options.X, options, classes);
  checkLength(name, "y", options.y, columns.rows);
  const s = sampleWeights(name, options.weights, columns.rows);
  const model = multinomialModel(columns, s, labels, classes);
  return columnLoss({ name, model, s, steepest: 1 / 2 });
}
