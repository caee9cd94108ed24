import { finite } from "../output/finite.ts";
import { agreement } from "./agreement.ts";
import type { Comparison, Contender } from "./compare.ts";

/** The comparison as plain JSON, what `--json` prints. Its fields are described in the README. */
export function summarizeComparison(
  { data, options, dataset, contenders }: Comparison,
  files: Readonly<Record<string, string>>,
) {
  const { features, classes, dropped } = dataset;
  const { criterion = null } = options;
  const [first] = contenders;
  return {
    format: "proxkit-comparison",
    version: 1,
    data,
    samples: first.solved.problem.samples,
    target: options.target,
    lossName: options.loss,
    classes,
    dropped,
    features,
    settings: {
      intercept: options.intercept,
      standardize: options.standardize,
      by: first.choice.by,
      measure: "measure" in first.choice ? first.choice.measure : null,
      folds: "folds" in first.choice ? first.choice.folds : null,
      repeats: "repeats" in first.choice ? first.choice.repeats : null,
      rule: "rule" in first.choice ? first.choice.rule : null,
      seed: options.seed,
      criterion,
    },
    best: bestOf(contenders),
    penalties: contenders.map((contender) => ofOne(contender, features)),
    agreement: contenders.map(({ point }) =>
      contenders.map((other) => agreement(point.support, other.point.support)),
    ),
    files,
  };
}

export type ComparisonSummary = ReturnType<typeof summarizeComparison>;

function ofOne(contender: Contender, features: readonly string[]) {
  const { spec, penalty, point, choice, index, solved, milliseconds } = contender;
  const { module, penalty: made } = penalty.loaded;
  const K = point.intercept.length;
  return {
    spec,
    penalty: { module, name: made.name, parameters: made.parameters },
    seconds: milliseconds / 1000,
    converged: solved.path.every(({ outcome }) => outcome === "converged"),
    lambda: point.lambda,
    index,
    of: solved.path.length,
    nonzeros: point.support.length,
    deviance: finite(point.deviance),
    mean: "mean" in choice ? finite(choice.mean) : null,
    standardError: "standardError" in choice ? finite(choice.standardError) : null,
    criterion: "value" in choice ? finite(choice.value) : null,
    intercept: Array.from(point.intercept, finite),
    support: point.support.map((j) => ({
      index: j,
      column: features[j],
      weights: Array.from(point.coefficients.subarray(j * K, j * K + K), finite),
    })),
  };
}

/** The index of the one that does best, the first of equals. */
function bestOf(contenders: readonly Contender[]): number {
  const scores = contenders.map(({ choice }) => {
    if ("value" in choice) return choice.value;
    if (!("mean" in choice)) return Number.POSITIVE_INFINITY;
    const larger = choice.measure === "accuracy" || choice.measure === "auc";
    return larger ? -choice.mean : choice.mean;
  });
  return scores.reduce((best, score, i) => (score < scores[best] ? i : best), 0);
}
