import { populationLoss } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { rvsm } from "@proxkit/solvers";
import { uniformProblem } from "../figures/problem.ts";
import { eachSeed } from "../figures/seeds.ts";
import { outOf, short } from "../figures/words.ts";
import { publishedParameters } from "../published/published.ts";
import type { Erratum } from "./erratum.ts";

/** Lemma 5.1.5: a step of 2/β need not descend. */
export function stepOfLemma515(): Erratum {
  const { patches, lambda, beta } = publishedParameters;
  const eta = 2 / beta;
  const rises = (stepSize: number) =>
    eachSeed({ first: 1, last: 100 }, (seed) => {
      const { wStar, start } = uniformProblem(10, seed);
      const loss = populationLoss({ wStar, patches });
      const solver = rvsm({ loss, penalty: l1(), lambda, beta, stepSize });
      const state = solver.init(start); // u = prox(w): the step that follows changes L_β by its w alone
      const before = state.objective;
      return solver.step(state).objective - before;
    });
  const [printed, right] = [rises(eta), rises(1 / (beta + 4))];
  const up = (changes: readonly number[]) => changes.filter((change) => change > 0).length;
  return {
    name: "lemma-5.1.5",
    where: "Lemma 5.1.5",
    printed: "“For η small such that η ≤ 2/β, we have L_β(uᵗ⁺¹, wᵗ⁺¹) ≤ L_β(uᵗ, wᵗ)”",
    shouldBe: "η ≤ 1/(β + L), which its proof ends with, and the theorem has",
    kind: "wrong",
    evidence:
      `At the tables' parameters (l1, d = 10) the step η = 2/β = ${short(eta)} raises L_β in ${outOf(up(printed), printed.length)} first steps from random starts, ` +
      `by up to ${short(Math.max(...printed))}; with η = 1/(β + L) = ${short(1 / (beta + 4))} it rises in ${up(right)}.`,
    data: { eta, raised: up(printed), largest: Math.max(...printed), raisedRight: up(right) },
  };
}
