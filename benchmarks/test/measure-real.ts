import { onTestFinished } from "vitest";
import { makeCrew } from "../src/hosts/crew.ts";
import type { Peers } from "../src/hosts/peers.ts";
import { LOAD_LIMIT, makeCalm } from "../src/measure/calm.ts";
import { measure } from "../src/measure/measure.ts";
import type { CaseResult } from "../src/measure/result.ts";
import type { Case, Workload } from "../src/workload.ts";
import { scratch } from "./scratch.ts";

/** Nothing but Node, for tests that ask for nothing else. */
export const noPeers: Peers = {
  versions: {},
  missing: ["numpy", "scikit-learn", "numba", "torch", "glmnet", "C"],
  python: undefined,
  compiler: undefined,
  blas: undefined,
};

interface RealOptions {
  readonly peers?: Peers;
  readonly rounds?: number;
  /** ms. */
  readonly warmUp?: number;
}

/** Cases measured together by real workers, all in each round. */
export function measureReal(
  workload: Workload,
  cases: readonly Case[],
  { peers = noPeers, rounds = 5, warmUp = 50 }: RealOptions = {},
): Promise<CaseResult[]> {
  const folder = scratch();
  const crew = makeCrew(workload.name, peers, folder);
  onTestFinished(crew.close);
  return measure(workload, cases, crew, {
    rounds,
    seed: 1,
    warmUp,
    minimum: 3,
    calm: makeCalm({ patience: 0 }),
    folder,
    missing: peers.missing,
  });
}

/** A case with some of its variants. */
export function only(one: Case, ...names: readonly string[]): Case {
  return { ...one, variants: one.variants.filter(({ name }) => names.includes(name)) };
}

/** Tries once more what failed while the machine was busy. */
export async function calmly(attempt: () => Promise<void>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!(makeCalm({ patience: 0 }).load() > LOAD_LIMIT)) throw error;
    await attempt();
  }
}
