import { populationLoss, seededRandom } from "@proxkit/core";
import { noSteps, type Rise, watchRvsm } from "@proxkit/solvers";
import { type PenaltyKey, penaltyLabel, penaltyOf } from "../figures/penalties.ts";
import { uniformProblem } from "../figures/problem.ts";
import { short } from "../figures/words.ts";
import type { SectionCheck } from "../section.ts";
import { atMost } from "./check.ts";

const STEPS = 40;

/** Lemmas 5.1.4 and 5.1.5 for random k, d, λ, β at the step that the proof needs, η = 1/(β + L). */
export function descent(penalty: PenaltyKey, seeds: number): SectionCheck[] {
  let prox: Rise | null = null;
  let step: Rise | null = null;
  for (let seed = 1; seed <= seeds; seed++) {
    const random = seededRandom(seed);
    const d = 2 + random.integer(40);
    const patches = 1 + random.integer(5);
    const beta = 10 ** (-4 + 3 * random.uniform());
    const lambda = beta * 10 ** (-3 + 3 * random.uniform());
    const { wStar, start } = uniformProblem(d, seed);
    const watch = watchRvsm({
      loss: populationLoss({ wStar, patches }),
      penalty: penaltyOf(penalty),
      lambda,
      beta,
    });
    const state = watch.solver.init(start);
    while (state.iteration < STEPS) watch.solver.step(state);
    const { largestRiseOfProx, largestRiseOfStep } = watch.steps() ?? noSteps();
    prox = worse(prox, largestRiseOfProx);
    step = worse(step, largestRiseOfStep);
  }
  const about = `${seeds} random problems, ${STEPS} steps each`;
  return [
    riseCheck("Lemma 5.1.4", "L_β(uᵗ⁺¹, wᵗ) ≤ L_β(uᵗ, wᵗ)", penalty, prox, about),
    riseCheck(
      "Lemma 5.1.5 for η ≤ 1/(β + L)",
      "L_β(uᵗ⁺¹, wᵗ⁺¹) ≤ L_β(uᵗ⁺¹, wᵗ)",
      penalty,
      step,
      about,
    ),
  ];
}

function worse(a: Rise | null, b: Rise | null): Rise | null {
  if (a === null || b === null) return a ?? b;
  return b.rise - b.rounding > a.rise - a.rounding ? b : a;
}

function riseCheck(
  name: string,
  claim: string,
  penalty: PenaltyKey,
  rise: Rise | null,
  about: string,
): SectionCheck {
  return atMost({
    name: `${name}, ${penaltyLabel(penalty)}`,
    claim,
    left: rise?.rise ?? Number.NaN,
    right: rise?.rounding ?? Number.NaN,
    words: `${about}: left is the change of L_β at its worst, right what rounding explains there`,
  });
}

/** Lemma 5.1.5 as printed asks only for η ≤ 2/β. */
export function descentAsPrinted(): SectionCheck[] {
  const beta = 4e-3;
  return [1, 2 / beta].map((stepSize) => {
    // d = 2, k = 1, w* = (1, 0), l1 with λ = 0: u = w, so L_β is f alone
    const loss = populationLoss({ wStar: [1, 0], patches: 1 });
    const watch = watchRvsm({ loss, penalty: penaltyOf("l1"), lambda: 0, beta, stepSize });
    const state = watch.solver.init(Float64Array.of(0.8, 0.6));
    const before = state.objective;
    watch.solver.step(state);
    return atMost({
      name: stepSize === 1 ? "Lemma 5.1.5 at η = 1" : "Lemma 5.1.5, as printed, at η = 2/β",
      claim: "L_β(uᵗ⁺¹, wᵗ⁺¹) ≤ L_β(uᵗ, wᵗ) for η ≤ 2/β",
      left: state.objective,
      right: before,
      words:
        `k = 1, w* = (1, 0), w⁰ = (0.8, 0.6), λ = 0, β = ${beta}, η = ${stepSize}: one step takes w to ` +
        `(${short(state.w[0])}, ${short(state.w[1])}); the proof asks for η ≤ 1/(β + L)`,
    });
  });
}
