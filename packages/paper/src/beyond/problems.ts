import {
  type Loss,
  networkLoss,
  plantedNetwork,
  populationLoss,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { type Problem, sparseProblem, uniformProblem } from "../figures/problem.ts";

export const D = 30;
export const K = 2;
const NONZEROS = 6;
const SAMPLES = 300;
const NOISE = 0.1;

/** Where the methods are compared. */
export const PROBLEMS = ["uniform", "sparse", "samples"] as const;
export type ProblemName = (typeof PROBLEMS)[number];

export interface PosedProblem extends Problem {
  readonly loss: Loss;
  /** s for the methods that are told it. */
  readonly sparsity: number;
  /** Whether f is of a sample of data. */
  readonly onData: boolean;
}

export const PROBLEM_NAMES: Readonly<Record<ProblemName, string>> = {
  uniform: "population loss, w* uniform on the sphere, as in the paper",
  sparse: `population loss, w* with ${NONZEROS} nonzeros`,
  samples: `loss on ${SAMPLES} samples with noise ${NOISE}, w* with ${NONZEROS} nonzeros`,
};

export function pose(name: ProblemName, seed: number): PosedProblem {
  if (name === "samples") {
    const options = { d: D, patches: K, samples: SAMPLES, support: NONZEROS, noise: NOISE, seed };
    const { X, y, wStar } = plantedNetwork(options);
    const start = randomUnitVector(D, seededRandom(-seed));
    return {
      wStar,
      start,
      loss: networkLoss({ X, y, patches: K }),
      sparsity: NONZEROS,
      onData: true,
    };
  }
  const sparse = name === "sparse";
  const problem = sparse ? sparseProblem(D, NONZEROS, seed) : uniformProblem(D, seed);
  const loss = populationLoss({ wStar: problem.wStar, patches: K });
  return { ...problem, loss, sparsity: sparse ? NONZEROS : D / 2, onData: false };
}
