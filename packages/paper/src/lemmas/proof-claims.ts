import { angle, norm } from "@proxkit/core";
import { uniformProblem } from "../figures/problem.ts";
import { runRvsm } from "../figures/run-rvsm.ts";
import { outOf, short } from "../figures/words.ts";
import type { SectionCheck } from "../section.ts";
import { atMost, equal } from "./check.ts";

/** Statements inside the proof of Theorem 1, at the limit of Table 3's run with d = 30 and seed 1 (k = 2, λ = 1e-4, β = 4e-3). */
export function proofClaims(): SectionCheck[] {
  const k = 2;
  const [lambda, beta] = [1e-4, 4e-3];
  const problem = uniformProblem(30, 1);
  const { w, solution: u } = runRvsm(problem, { penalty: "l1", lambda, beta });
  const theta = angle(w, problem.wStar);
  const factor = (k * Math.PI) / (Math.PI - theta);
  const sizes = Array.from(w, (x, i) => factor * beta * Math.abs(x - u[i]));
  const least = Math.min(...sizes);
  const small = sizes.filter((x) => x < k * lambda * (1 - 1e-9)).length;
  const third = norm(w.map((x, i) => problem.wStar[i] - x));
  return [
    equal(
      {
        name: "proof of Theorem 1, c₂ at θ = 0",
        claim: "c₂ = (π − θ)/(kπ) is 0 when θ(w̄, w*) is π or 0",
        left: 1 / k,
        right: 0,
        words: "k = 2: at θ = 0 it is 1/k = 0.5; it is 0 at π only",
      },
      1e-15,
    ),
    atMost({
      name: "proof of Theorem 1, below eq. (18)",
      claim:
        "the components of (kπ/(π − θ)) β(w̄ − ū) that are not 0 are of the same magnitude, at least kλ",
      left: k * lambda,
      right: least,
      words:
        `${outOf(small, sizes.length)} components are smaller than kλ = ${short(k * lambda)}, the least is ${short(least)}: ` +
        "where ū is 0 the component is that of w̄",
    }),
    equal(
      {
        name: "proof of Theorem 1, “equilateral triangle”",
        claim: "the triangle with sides w*, w̄ and w* − w̄ is equilateral",
        left: third,
        right: 1,
        words:
          "left is the third side, right the other two: the triangle has two equal sides, and the law of sines asks for no more",
      },
      1e-9,
    ),
  ];
}
