import { ArgumentError } from "@proxkit/core";
import type { LinearProblem } from "./linear-problem.ts";

export type CriterionName = "aic" | "bic" | "ebic";

export const CRITERIA: readonly CriterionName[] = ["aic", "bic", "ebic"];

/** What the criteria of one point are. */
export type Criteria = Readonly<Record<CriterionName, number>>;

/** What criteria go by: a point of `fitPath` or `fitSubsets`. */
export interface CriteriaPoint {
  /** f, without a penalty. */
  readonly loss: number;
  /** How many coefficients are not 0. */
  readonly degreesOfFreedom: number;
  /** How many of them were not chosen but always in. Default: 0. */
  readonly kept?: number | undefined;
}

/**
 * Information criteria of a point of a path, or of a best subset: the smaller the better.
 *
 *     AIC = D + 2k,   BIC = D + k log m,   EBIC = BIC + 2γ log C(p, k)
 *
 * D is m log(2f) for squared and huber (a Gaussian of unknown variance, up to a constant; for huber it is a rule of thumb), and
 * twice m times the mean negative log likelihood for logistic, multinomial and poisson (up to one). m counts the samples whose
 * weight is above 0; k the coefficients that are not 0 and the intercepts, which for K classes are K − 1, as they add up to 0; p all
 * coefficients, of which those of features that are always in are no choice of EBIC's. AIC and BIC do not know that a best
 * subset was searched for among many; EBIC does. For squared D falls without end where a fit becomes perfect: with more features than samples end the path
 * before that, as `fitPath` does unless it is told otherwise.
 *
 * @param gamma γ of EBIC, from 0 to 1; 1 for best subsets among many features. Default: 0.5.
 * @throws ArgumentError if γ is out of range
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { criteriaOf, fitPath, regression } from "@proxkit/regression";
 *
 * const problem = regression({ X: [[1], [2], [3], [5]], y: [1, 2, 2, 4], penalty: l1() });
 * const [point] = fitPath(problem, { lambdas: [0] });
 * const { aic, bic } = criteriaOf(problem, point);
 * console.log(point.degreesOfFreedom, (bic - aic).toFixed(4)); // 1 -1.2274
 * ```
 * Source: Akaike (1974); Schwarz (1978); Chen & Chen (2008); Zou, Hastie & Tibshirani (2007) for k of the lasso.
 */
export function criteriaOf(problem: LinearProblem, point: CriteriaPoint, gamma = 0.5): Criteria {
  if (!(gamma >= 0 && gamma <= 1)) refuse("criteriaOf", "gamma", "be from 0 to 1", gamma);
  const { counted: m, lossName, intercept, outputs, features, loss } = problem;
  const { degreesOfFreedom, kept = 0 } = point;
  const gaussian = lossName === "squared" || lossName === "huber";
  const D = gaussian ? m * Math.log(2 * point.loss) : 2 * m * (point.loss - loss.linear.least);
  const k = degreesOfFreedom + (intercept ? Math.max(1, outputs - 1) : 0);
  const bic = D + k * Math.log(m);
  const models = logBinomial(features * outputs - kept, degreesOfFreedom - kept);
  return { aic: D + 2 * k, bic, ebic: bic + 2 * gamma * models };
}

function refuse(caller: string, argument: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller, argument, expected, received });
}

/**
 * The index of the point that a criterion likes best, the first of equals: the largest λ, or the smallest subset.
 *
 * @throws ArgumentError if the path has no point, there is no such criterion, or γ is out of range
 */
export function chooseByCriterion(
  problem: LinearProblem,
  path: readonly CriteriaPoint[],
  criterion: CriterionName,
  gamma = 0.5,
): number {
  const caller = "chooseByCriterion";
  if (path.length === 0) refuse(caller, "path", "have a point", "none");
  if (!CRITERIA.includes(criterion))
    refuse(caller, "criterion", `be one of ${CRITERIA.join(", ")}`, criterion);
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
