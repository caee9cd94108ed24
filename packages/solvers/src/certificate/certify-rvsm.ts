import type { Certificate } from "./check.ts";
import { atLimit } from "./rvsm-at-limit.ts";
import { readCase } from "./rvsm-case.ts";
import type { RvsmEvidence } from "./rvsm-evidence.ts";
import { rvsmHypotheses } from "./rvsm-hypotheses.ts";
import { rvsmLimitChecks } from "./rvsm-limit-checks.ts";
import { rvsmStepChecks } from "./rvsm-step-checks.ts";
import { rvsmTruthChecks } from "./rvsm-truth-checks.ts";

/**
 * Holds Theorem 1 to one run of RVSM: what it assumes, what each step does, what the limit satisfies.
 *
 * Each check has both sides, the slack, and holds, fails or is not applicable, in plain words. A conclusion
 * is checked whether or not the hypotheses hold. Where ‖w*‖ is not 1, w* enters the gradient as
 * −(π − θ)/(kπ) w*, and the checks say what becomes of the equations. Equations hold at a limit only: they
 * are asked for to four times the residual ‖w⁺ − w‖/η that the run ended with, and rounding.
 *
 * @param evidence what is known of the run; the less, the more checks are not applicable
 * @returns checks in the order of the proof, as plain JSON
 * @throws ArgumentError if λ, β, δ, d or k is out of range, or a vector has another length than d
 * @example
 * ```ts
 * import { populationLoss } from "@proxkit/core";
 * import { l1 } from "@proxkit/penalties-l1";
 * import { certifyRvsm, rvsmLimit, solve, watchRvsm } from "@proxkit/solvers";
 *
 * const wStar = [0.6, 0, -0.8];
 * const loss = populationLoss({ wStar, patches: 2 });
 * const options = { penalty: l1(), lambda: 1e-4, beta: 4e-3, wStar };
 * const watch = watchRvsm({ loss, ...options });
 * const limit = rvsmLimit(solve(watch.solver, Float64Array.of(1, 1, 1)));
 *
 * const { checks } = certifyRvsm({
 *   ...options,
 *   normalize: true,
 *   dimension: 3,
 *   patches: 2,
 *   lossKind: "population",
 *   smoothness: loss.smoothness,
 *   steps: watch.steps(),
 *   limit,
 * });
 * for (const { name, verdict } of checks.slice(-2)) console.log(name, verdict); // eq. (16) holds
 * // eq. (17) holds
 * ```
 * Source: Dinh & Xin, Theorem 1, Corollary 1.1, and their proofs.
 */
export function certifyRvsm(evidence: RvsmEvidence): Certificate {
  const run = readCase(evidence);
  const at = atLimit(run);
  return {
    checks: [
      ...rvsmHypotheses(run),
      ...rvsmStepChecks(run),
      ...rvsmLimitChecks(run, at),
      ...rvsmTruthChecks(run, at),
    ],
  };
}
