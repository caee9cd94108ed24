import { populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import { hardThreshold } from "@proxkit/penalties-l0";
import { adaptiveIht, support } from "@proxkit/solvers";
import { sparseProblem } from "../figures/problem.ts";
import { eachSeed } from "../figures/seeds.ts";
import { outOf } from "../figures/words.ts";
import type { Erratum } from "./erratum.ts";

const [K, D, S, STEPS] = [2, 50, 8, 200];

/** How often an index of Γ* leaves the support in a run of Algorithm 2, and whether it ends with Γ*. */
interface SupportHistory {
  readonly left: number;
  readonly ended: boolean;
}

function supportHistory(seed: number): SupportHistory {
  const { wStar } = sparseProblem(D, S, seed);
  const truth = support(wStar);
  const start = hardThreshold(randomUnitVector(D, seededRandom(-seed)), S);
  const solver = adaptiveIht({
    loss: populationLoss({ wStar, patches: K }),
    sparsity: S,
    stepSize: 0.5,
  });
  const state = solver.init(start);
  let left = 0;
  let held: readonly number[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const now = new Set(support(solver.solution(state)));
    left += held.filter((i) => !now.has(i)).length;
    held = truth.filter((i) => now.has(i));
    solver.step(state);
  }
  return { left, ended: held.length === truth.length };
}

/** Indices of Γ* do leave the support. */
export function whatLeaves(): Erratum {
  const seeds = 20;
  const runs = eachSeed({ first: 1, last: seeds }, supportHistory);
  const left = runs.filter((run) => run.left > 0).length;
  const ended = runs.filter((run) => run.ended).length;
  return {
    name: "what-leaves",
    where: "Proof of Theorem 2, on H_s",
    printed: "“it must replace one of the entries from Γᵗ⁺ⁿ∖Γ* by an entry from Γ*”; Γᵗ⁺ʲ∖Γᵗ ⊂ Γ*",
    shouldBe:
      "an entry of Γ* may be overtaken by another of Γ*, and leave, while it is small or passes through 0",
    kind: "wrong",
    evidence:
      `Of ${seeds} runs of Algorithm 2 (k = ${K}, d = ${D}, s = ${S}, η = 0.5, random start) an index of Γ* leaves the support in ${left}; ` +
      `after ${STEPS} iterations ${outOf(ended, seeds)} have the support Γ*.`,
    data: { runs: seeds, left, ended },
  };
}
