import { populationLoss } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import type { Penalty } from "@proxkit/penalty";
import {
  type Certificate,
  type Check,
  type RvsmEvidence,
  type RvsmOptions,
  rvsmLimit,
  type SolveOptions,
  solve,
  watchRvsm,
} from "@proxkit/solvers";
import { population } from "./problems.ts";

/** λ and β of the paper's tables. */
export const PAPER = { lambda: 1e-4, beta: 4e-3 };

interface Given {
  penalty?: Penalty;
  d?: number;
  seed?: number;
  /** ‖w*‖. */
  size?: number;
  rvsm?: Partial<RvsmOptions>;
  run?: SolveOptions;
  evidence?: Partial<RvsmEvidence>;
}

/** A run of the paper's kind, and what is known of it. */
export function evidenceOf(given: Given = {}): RvsmEvidence {
  const { penalty = l1(), d = 20, seed = 1, size = 1, rvsm = {} } = given;
  const { wStar: unit, w0 } = population(d, seed);
  const wStar = unit.map((x) => size * x);
  const loss = populationLoss({ wStar, patches: 2 });
  const options = { penalty, ...PAPER, ...rvsm };
  const watch = watchRvsm({ loss, ...options, wStar });
  const limit = rvsmLimit(solve(watch.solver, w0, given.run));
  const { lambda, beta } = options;
  const about = { dimension: d, patches: 2, lossKind: "population" as const };
  const normalize = options.normalize ?? true;
  const known = { smoothness: loss.smoothness, steps: watch.steps(), limit, wStar };
  return { penalty, lambda, beta, normalize, ...about, ...known, ...given.evidence };
}

export function named({ checks }: Certificate, name: string): Check {
  const found = checks.find((check) => check.name === name);
  if (!found) throw new Error(`no check is named ${name}`);
  return found;
}

/** The names of the checks with a verdict. */
export const verdicts = ({ checks }: Certificate, verdict: Check["verdict"]) =>
  checks.filter((check) => check.verdict === verdict).map(({ name }) => name);
