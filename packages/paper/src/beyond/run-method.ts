import { angle, norm } from "@proxkit/core";
import { solve } from "@proxkit/solvers";
import { finite } from "../figures/statistics.ts";
import { type Method, solverFor } from "./methods.ts";
import { D, type ProblemName, pose } from "./problems.ts";

/** Where a method came to. Plain JSON; null is an angle of 0. */
export interface MethodRun {
  readonly converged: boolean;
  readonly iterations: number;
  /** How many gradients of f it took. */
  readonly gradients: number;
  readonly normW: number;
  readonly angleW: number | null;
  readonly angleU: number | null;
  /** Zeros of the solution: u, H_s(w) or w. */
  readonly zeros: number;
  /** Entries of the solution that are 0 where w* is not, or the other way round. */
  readonly wrong: number;
  /** f of the solution. */
  readonly loss: number;
}

export function runMethod(method: Method, name: ProblemName, seed: number): MethodRun {
  const problem = pose(name, seed);
  const solver = solverFor(method, problem);
  const options = { tolerance: 1e-9, maxIterations: problem.onData ? 200 : 2000 };
  const { outcome, iteration, w, solution, supportSize, state } = solve(
    solver,
    problem.start,
    options,
  );
  return {
    converged: outcome === "converged",
    iterations: iteration,
    gradients: "gradients" in state ? Number(state.gradients) : iteration + 1,
    normW: norm(w),
    angleW: finite(angle(w, problem.wStar)),
    angleU: finite(angle(solution, problem.wStar)),
    zeros: D - supportSize,
    wrong: problem.wStar.filter((x, i) => (x !== 0) !== (solution[i] !== 0)).length,
    loss: problem.loss.value(solution),
  };
}
