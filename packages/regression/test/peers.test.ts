import { readFileSync } from "node:fs";
import type { SparseMatrix } from "@proxkit/core";
import { elasticNet } from "@proxkit/penalties-elastic-net";
import { group } from "@proxkit/penalties-group";
import { l1 } from "@proxkit/penalties-l1";
import { crossValidate, fitPath, type RegressionOptions, regression } from "@proxkit/regression";
import { describe, expect, it } from "vitest";
import { ask, commandOf, PEERS, type PeerAnswers, type PeerSolution } from "./peers/peers.ts";
import { FOLDS, type PeerProblem, problems, SEED } from "./peers/problems.ts";
import { toSparse, toTheEnd } from "./problems.ts";

/** The largest difference, relative to the largest number of the peer's; an intercept may be 0 by chance, but for rounding. */
function distance(ours: ArrayLike<number>, theirs: readonly number[], least = 0): number {
  expect(ours.length).toBe(theirs.length);
  const size = Math.max(least, ...theirs.map(Math.abs));
  return Math.max(...theirs.map((x, i) => Math.abs(x - ours[i]))) / (size || 1);
}

function optionsOf(problem: PeerProblem, solution: PeerSolution): RegressionOptions {
  const { loss, ratio, intercept, standardize, weights, featureWeights, y } = problem;
  const X: SparseMatrix | number[][] = problem.sparse
    ? toSparse(problem.X)
    : problem.X.map((row) => [...row]);
  const penalty = problem.grouped
    ? group({ size: Math.max(...y) + 1, weights: "equal" })
    : ratio === 1
      ? l1()
      : elasticNet({ ratio });
  const { delta } = solution;
  return { X, y, loss, penalty, intercept, standardize, weights, featureWeights, delta };
}

/** How near a peer comes to the optimum: glmnet by its own tolerance, L-BFGS by that of its line search. */
function nearness(by: string, { loss, ratio }: PeerProblem): number {
  if (by.startsWith("glmnet")) return 2e-8;
  return loss === "huber" || (loss === "poisson" && ratio === 0) ? 5e-5 : 1e-9;
}

function compare({ by, solutions }: PeerAnswers): void {
  for (const solution of solutions) {
    const problem = problems.find(({ name }) => name === solution.name);
    if (!problem) throw new Error(`there is no problem ${solution.name}`);
    const made = regression(optionsOf(problem, solution));
    const lambdas = solution.lambda === undefined ? problem.lambdas : [solution.lambda];
    let k = 0;
    for (const point of fitPath(made, { lambdas, ...toTheEnd(made) })) {
      const what = `${problem.name}, λ = ${point.lambda}`;
      const near = nearness(by, problem);
      expect(distance(point.coefficients, solution.coefficients[k]), what).toBeLessThan(near);
      expect(distance(point.intercept, solution.intercept[k], 1), what).toBeLessThan(near);
      k++;
    }
    expect(k).toBe(solution.coefficients.length);
  }
}

async function compareFolds({ solutions }: PeerAnswers): Promise<void> {
  for (const solution of solutions) {
    const problem = problems.find(({ name }) => name === solution.name);
    if (!problem?.folds) continue;
    const { lambdas, measure } = problem;
    const found = await crossValidate(optionsOf(problem, solution), {
      lambdas,
      measure,
      folds: FOLDS,
      seed: SEED,
      tolerance: 1e-14,
    });
    expect(distance(found.mean, solution.mean ?? []), problem.name).toBeLessThan(1e-6);
    expect(distance(found.standardError, solution.standardError ?? [])).toBeLessThan(1e-5);
    expect(found.best).toBe(solution.best);
    expect(found.oneStandardError).toBe(solution.oneStandardError);
  }
}

describe.each(Object.entries(PEERS))("beside %s", (name, peer) => {
  const file = new URL(`./peers/${name}.json`, import.meta.url);
  const recorded = JSON.parse(readFileSync(file, "utf8")) as PeerAnswers;

  it(`has the coefficients that it had (recorded from ${recorded.by} by peers/record.ts)`, () => {
    expect(recorded.solutions.length).toBeGreaterThan(5);
    compare(recorded);
  });

  const cross = recorded.solutions.some(({ mean }) => mean !== undefined);
  if (cross)
    it("has the errors, and the choices, of its recorded cross-validation", () =>
      compareFolds(recorded));

  const command = commandOf(peer);
  it.runIf(command)(
    command
      ? "has the coefficients and errors that it has here, now"
      : `has the coefficients that it has here: skipped, as ${name} is not installed`,
    async () => {
      const answers = ask(command ?? "", peer);
      expect(answers.solutions.map((one) => one.name)).toEqual(
        recorded.solutions.map((one) => one.name),
      );
      compare(answers);
      await compareFolds(answers);
    },
  );
});
