import { outOf, short } from "../figures/words.ts";
import { publishedParameters } from "../published/published.ts";
import { difference } from "../say.ts";
import { runColumn } from "../tables/run-column.ts";
import { tableSettings } from "../tables/table-options.ts";
import type { Erratum } from "./erratum.ts";
import { exampleLimit } from "./example-limit.ts";

/** P_a(x) for P_a(u). */
export function penaltyOfX(): Erratum {
  return {
    name: "corollary-1.1",
    where: "Corollary 1.1",
    printed: "L_β,TL1(u, w) = f(w) + λP_a(x) + β/2 ‖w − u‖²",
    shouldBe: "λP_a(u)",
    kind: "misprint",
    evidence:
      "x is neither an argument nor defined there, and the line below has ‖u‖₀ in its place.",
    data: {},
  };
}

/** θ(wᵗ, w*) ≤ π − θ for π − δ. */
export function angleInCorollary(): Erratum {
  const { theta } = exampleLimit(50);
  return {
    name: "corollary-angle",
    where: "Proof of Corollary 1.1, step 2",
    printed: "“θ(wᵗ, w*) ≤ π − θ, for all t”, for the initialization θ(w⁰, w*) = π − δ",
    shouldBe: "θ(wᵗ, w*) ≤ π − δ for θ(w⁰, w*) ≤ π − δ",
    kind: "misprint",
    evidence:
      "The step is to show that the angle of the start is not exceeded. θ is that of the limit, and " +
      `π − θ = ${short(Math.PI - theta, 5)} (l1, d = 50) would bound nothing.`,
    data: { bound: Math.PI - theta },
  };
}

/** It is ū that hard thresholding kills, not w̄. */
export function killedOff(): Erratum {
  const d = 200;
  const seeds = 50;
  const settings = tableSettings({ penalty: "l0", d: [d], seeds });
  const runs = runColumn(settings, d, { first: 1, last: seeds });
  const dead = runs.filter(({ angleU }) => angleU === null);
  const nearest = Math.max(...dead.map(({ angleW }) => angleW ?? 0));
  return {
    name: "killed-off",
    where: "Section 5.3, on becoming the zero vector",
    printed:
      "“the limit w̄ under ℓ0 thresholding is more likely to be killed off and become the zero vector … kill off all the non-zero components of w̄”",
    shouldBe: "ū: Algorithm 1 scales w to unit norm, so w̄ is never 0",
    kind: "wrong",
    evidence: `At d = ${d}, λ = ${publishedParameters.lambda}, β = ${publishedParameters.beta}, ū is 0 in ${outOf(dead.length, seeds)} runs; w̄ has norm 1 in all, and with ū = 0 it and w* are ${difference(nearest)}.`,
    data: { d, runs: seeds, dead: dead.length, nearest },
  };
}
