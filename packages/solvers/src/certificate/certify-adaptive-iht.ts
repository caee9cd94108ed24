import { checkPositive } from "../checks.ts";
import type { AdaptiveIhtEvidence } from "./adaptive-iht-evidence.ts";
import { adaptiveIhtHypotheses } from "./adaptive-iht-hypotheses.ts";
import { adaptiveIhtLimitChecks } from "./adaptive-iht-limit-checks.ts";
import { adaptiveIhtStepChecks } from "./adaptive-iht-step-checks.ts";
import type { Certificate } from "./check.ts";
import { readTruth } from "./truth.ts";

/**
 * Holds Theorem 2 to one run of adaptive iterative hard thresholding: what it assumes, Lemma 5.4.1 at each
 * step that did not apply H_s, the support's history, and whether the limit is w*.
 *
 * @param evidence what is known of the run; the less, the more checks are not applicable
 * @returns checks in the order of the proof, as plain JSON
 * @throws ArgumentError if s or k is not above 0, or w* has another length than the limit, is not finite, or is 0
 * @example
 * ```ts
 * import { populationLoss } from "@proxkit/core";
 * import { certifyAdaptiveIht, solve, watchAdaptiveIht } from "@proxkit/solvers";
 *
 * const wStar = [0.6, 0, -0.8];
 * const loss = populationLoss({ wStar, patches: 2 });
 * const watch = watchAdaptiveIht({ loss, sparsity: 2, stepSize: 0.5, wStar });
 * const { w, outcome } = solve(watch.solver, Float64Array.of(1, 1, 0));
 *
 * const { checks } = certifyAdaptiveIht({
 *   sparsity: 2,
 *   patches: 2,
 *   lossKind: "population",
 *   wStar,
 *   steps: watch.steps(),
 *   limit: { w, outcome },
 * });
 * console.log(checks.find(({ name }) => name === "Theorem 2")?.verdict); // holds
 * ```
 * Source: Dinh & Xin, Theorem 2 and Lemma 5.4.1.
 */
export function certifyAdaptiveIht(evidence: AdaptiveIhtEvidence): Certificate {
  const { sparsity, patches = 1, wStar, limit } = evidence;
  checkPositive("certifyAdaptiveIht", "sparsity", sparsity);
  checkPositive("certifyAdaptiveIht", "patches", patches);
  const length = limit?.w.length ?? wStar?.length ?? 0;
  const truth = wStar && readTruth("certifyAdaptiveIht", wStar, length);
  return {
    checks: [
      ...adaptiveIhtHypotheses(evidence, truth),
      ...adaptiveIhtStepChecks(evidence, truth),
      ...adaptiveIhtLimitChecks(evidence, truth),
    ],
  };
}
