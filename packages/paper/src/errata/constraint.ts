import { norm, populationLoss } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { proximalGradient, solve } from "@proxkit/solvers";
import { uniformProblem } from "../figures/problem.ts";
import { short } from "../figures/words.ts";
import type { Erratum } from "./erratum.ts";

/** Eq. (10) belongs to a constraint on ‖w‖₁. */
export function constraintOfL1(): Erratum {
  const { wStar, start } = uniformProblem(10, 1);
  const lambda = 0.01;
  const loss = populationLoss({ wStar, patches: 2 });
  const { solution } = solve(proximalGradient({ loss, penalty: l1(), lambda }), start);
  const length = norm(solution);
  const other = loss.value(wStar.map((x) => length * x));
  return {
    name: "equation-10",
    where: "Section 3.1, after eq. (10)",
    printed: "“This problem is equivalent to minimizing f(w) under the constraint ‖w‖ ≤ t”",
    shouldBe: "‖w‖₁ ≤ t",
    kind: "misprint",
    evidence:
      `Minimising f + λ‖·‖₁ with λ = ${lambda} (k = 2, d = 10) gives w of norm ${short(length)} with f(w) = ${short(loss.value(solution))}. ` +
      `${short(length)} w* is as long, and has f = ${short(other)}: w is not the minimiser under ‖w‖ ≤ ${short(length)}.`,
    data: { lambda, length, loss: loss.value(solution), other },
  };
}
