import { norm, plantedNetwork, populationLoss, type Random, seededRandom } from "@proxkit/core";
import {
  type AdaptiveIhtSteps,
  type Check,
  certifyAdaptiveIht,
  solve,
  watchAdaptiveIht,
} from "@proxkit/solvers";

export const D = 50;
/** How many entries of w* are not 0. */
export const NONZEROS = 8;

/** Where Algorithm 2 starts, and the s it is given. */
export const STARTS = ["sparse", "more", "small", "large", "disjoint", "opposite"] as const;
export type Start = (typeof STARTS)[number];

export const START_NAMES: Readonly<Record<Start, string>> = {
  sparse: "random s-sparse",
  more: "random, s = 12 > |Γ*|",
  small: "random, ‖w⁰‖ = 0.01",
  large: "random, ‖w⁰‖ = 100",
  disjoint: "w⁰ = 0 on Γ*",
  opposite: "w⁰ = −w*, excluded",
};

/** One run of Algorithm 2. Plain JSON. */
export interface Theorem2Run {
  readonly iterations: number;
  /** ‖w − w*‖ at the end. */
  readonly error: number;
  /** How many steps applied H_s. */
  readonly applications: number;
  /** Of the support's changes: indices outside Γ* that entered, and indices of Γ* that left. */
  readonly wrongIn: number;
  readonly rightOut: number;
  /** The iteration from which supp H_s(w) ⊇ Γ*, for good; null if never. */
  readonly found: number | null;
}

/** Runs with η = 0.5 until the residual is 1e-12 of the first. */
export function runTheorem2(start: Start, patches: number, seed: number): Theorem2Run {
  const { wStar, truth, steps, ended } = watched(start, patches, seed);
  const inTruth = new Set(truth);
  return {
    iterations: ended.iteration,
    error: norm(ended.w.map((x, i) => x - wStar[i])),
    applications: steps.thresholded,
    wrongIn: steps.changes.flatMap(({ entered }) => entered).filter((i) => !inTruth.has(i)).length,
    rightOut: steps.changes.flatMap(({ left }) => left).filter((i) => inTruth.has(i)).length,
    found: foundAt(steps, truth),
  };
}

/** The certificate of one run, whole. */
export function certificate(start: Start, patches: number, seed: number): readonly Check[] {
  const { wStar, sparsity, steps, ended } = watched(start, patches, seed);
  const { w, outcome, state } = ended;
  const limit = { w, outcome, residual: state.residual * state.scale };
  const lossKind = "population" as const;
  return certifyAdaptiveIht({ sparsity, patches, lossKind, steps, limit, wStar }).checks;
}

function watched(start: Start, patches: number, seed: number) {
  const { wStar, support: truth } = plantedNetwork({
    d: D,
    patches: 1,
    samples: 1,
    support: NONZEROS,
    seed,
  });
  const sparsity = start === "more" ? 12 : NONZEROS;
  const loss = populationLoss({ wStar, patches });
  const watch = watchAdaptiveIht({ loss, sparsity, stepSize: 0.5, wStar });
  const w0 = startOf(start, wStar, truth, sparsity, seededRandom(-seed));
  const ended = solve(watch.solver, w0, { tolerance: 1e-12, maxIterations: 3000 });
  return { wStar, truth, sparsity, steps: watch.steps(), ended };
}

/** The last change of the support after which it holds all of Γ*, or 0 if it did from the start. */
function foundAt({ start, changes }: AdaptiveIhtSteps, truth: readonly number[]): number | null {
  const now = new Set(start?.support);
  const complete = () => truth.every((i) => now.has(i));
  let found = complete() ? 0 : null;
  for (const { iteration, entered, left } of changes) {
    for (const i of left) now.delete(i);
    for (const i of entered) now.add(i);
    found = complete() ? (found ?? iteration) : null;
  }
  return found;
}

function startOf(
  start: Start,
  wStar: Float64Array,
  truth: readonly number[],
  sparsity: number,
  random: Random,
): Float64Array {
  if (start === "opposite") return wStar.map((x) => -x);
  const all = Array.from(wStar.keys());
  const allowed = all.filter((i) => start !== "disjoint" || !truth.includes(i));
  const w = new Float64Array(wStar.length);
  for (let n = 0; n < sparsity; n++) {
    const [i] = allowed.splice(random.integer(allowed.length), 1);
    w[i] = random.normal();
  }
  const size = start === "small" ? 0.01 : start === "large" ? 100 : null;
  const length = norm(w);
  return size === null ? w : w.map((x) => (size * x) / length);
}
