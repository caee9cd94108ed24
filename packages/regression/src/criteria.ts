import type { FittedPoint } from "./fit-path.ts";
import type { Regression } from "./regression.ts";

export type CriterionName = "aic" | "bic" | "ebic";

export const CRITERIA: readonly CriterionName[] = ["aic", "bic", "ebic"];

/** What the criteria of one point are. */
export type Criteria = Readonly<Record<CriterionName, number>>;

/**
 * Information criteria of a point of a path: the smaller the better.
 *
 *     AIC = D + 2k,   BIC = D + k log m,   EBIC = BIC + 2γ log C(p, k)
 *
 * D is m log(2f) for squared and huber (a Gaussian of unknown variance, up to a constant), and twice m times the mean
 * negative log likelihood for logistic, multinomial and poisson (up to one); k counts the coefficients that are not 0, and
 * the intercepts; p counts all coefficients.
 *
 * @param gamma γ of EBIC, from 0 to 1. Default: 0.5.
 *
 * Source: Akaike (1974); Schwarz (1978); Chen & Chen (2008); Zou, Hastie & Tibshirani (2007) for k of the lasso.
 */
export function criteriaOf(problem: Regression, point: FittedPoint, gamma = 0.5): Criteria {
  const { samples: m, lossName, intercept, outputs, features, loss } = problem;
  const gaussian = lossName === "squared" || lossName === "huber";
  const D = gaussian ? m * Math.log(2 * point.loss) : 2 * m * (point.loss - loss.linear.least);
  const k = point.degreesOfFreedom + (intercept ? outputs : 0);
  const bic = D + k * Math.log(m);
  const models = logBinomial(features * outputs, point.degreesOfFreedom);
  return { aic: D + 2 * k, bic, ebic: bic + 2 * gamma * models };
}

/** The index of the point that a criterion likes best, the largest λ of equals. */
export function chooseByCriterion(
  problem: Regression,
  path: readonly FittedPoint[],
  criterion: CriterionName,
  gamma = 0.5,
): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  path.forEach((point, k) => {
    const value = criteriaOf(problem, point, gamma)[criterion];
    if (value < least) [best, least] = [k, value];
  });
  return best;
}

/** log C(p, k) */
function logBinomial(p: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= Math.min(k, p - k); i++) sum += Math.log(p - i + 1) - Math.log(i);
  return sum;
}
