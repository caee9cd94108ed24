import { norm } from "@proxkit/core";
import { hardThreshold } from "@proxkit/penalties-l0";
import { distance } from "../vectors.ts";
import type { AdaptiveIhtEvidence } from "./adaptive-iht-evidence.ts";
import type { Check } from "./check.ts";
import { compare, show } from "./compare.ts";
import { firstOf, notConverged, notThePapersLoss, reasons } from "./reasons.ts";

/** What Theorem 2 says of the limit. */
export function adaptiveIhtLimitChecks(
  { limit, sparsity, patches, lossKind }: AdaptiveIhtEvidence,
  truth: Float64Array | undefined,
): Check[] {
  const w = limit && Float64Array.from(limit.w);
  const off = w && truth && distance(w, truth);
  const kept = w && hardThreshold(w, Math.min(sparsity, w.length));
  const missed = kept && truth?.filter((x, i) => x !== 0 && kept[i] === 0).length;
  const unless = firstOf(
    limit && notConverged(limit.outcome),
    !limit && reasons.noLimit,
    !truth && reasons.noTruth,
    notThePapersLoss(lossKind),
  );
  // near w* the Hessian is at least 1/k: ‖w − w*‖ ≤ k‖∇f(w)‖
  const tolerance =
    4 * (patches ?? 1) * (limit?.residual ?? 1e-9) + 2 ** -48 * (truth ? norm(truth) : 1);
  return [
    compare({
      part: "limit",
      name: "Theorem 2: Γ*",
      claim: "Γ* is in the support of H_s(w): missed = 0",
      left: missed,
      relation: "=",
      right: 0,
      words: `${missed} entries of Γ* are missed`,
      unless,
    }),
    compare({
      part: "limit",
      name: "Theorem 2",
      claim: "w = w*: ‖w − w*‖ = 0",
      left: off,
      relation: "=",
      right: 0,
      tolerance,
      words: `w ends ${show(off ?? 0)} from w*, asked for to ${show(tolerance)}, 4k residuals, as f bends by at least 1/k at w*`,
      unless: firstOf(unless, patches === undefined && reasons.noPatches),
    }),
  ];
}
