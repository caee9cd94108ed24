import { norm } from "@proxkit/core";
import type { Check } from "./check.ts";
import { type Comparison, compare, show } from "./compare.ts";
import { GREATEST } from "./feasible-delta.ts";
import { isSeparable } from "./largest-displacement.ts";
import { firstOf, notThePapersLoss, reasons } from "./reasons.ts";
import type { RvsmCase } from "./rvsm-case.ts";

/** How near to 1 a norm of 1 is. */
const UNIT = 1e-12;

/** What Theorem 1 assumes. */
export function rvsmHypotheses(run: RvsmCase): Check[] {
  const checks = [step, displacement, coupling, start, threshold, truth, unitNorm].map((make) =>
    compare({ part: "hypothesis", ...make(run) }),
  );
  return run.penalty.name === "l1"
    ? checks
    : [...checks, compare({ part: "hypothesis", ...ownThreshold(run) })];
}

type Hypothesis = Omit<Comparison, "part">;

function step({ steps, smoothness, beta }: RvsmCase): Hypothesis {
  const left = steps?.largestStepSize;
  return {
    name: "Theorem 1: η",
    claim: "η ≤ 1/(β + L)",
    left,
    relation: "≤",
    right: smoothness === undefined ? null : 1 / (smoothness + beta),
    words: `the largest step size was ${show(left ?? Number.NaN)}`,
    unless: firstOf(!steps && reasons.noSteps, smoothness === undefined && reasons.noSmoothness),
  };
}

function displacement({ steps }: RvsmCase): Hypothesis {
  return {
    name: "Theorem 1: displacement",
    claim: "‖η∇f(wᵗ) + ηβ(wᵗ − uᵗ⁺¹)‖ ≤ ½ for all t",
    left: steps?.largestDisplacement,
    relation: "≤",
    right: 0.5,
    words: `the largest of ${steps?.count} steps moved w by ${show(steps?.largestDisplacement ?? 0)} before it was scaled`,
    unless: firstOf(!steps && reasons.noSteps),
  };
}

function coupling({ beta, patches: k, size, delta, feasible }: RvsmCase): Hypothesis {
  const height = delta === undefined ? GREATEST : delta * Math.sin(delta);
  const range = feasible
    ? `any δ from ${show(feasible.smallest)} to ${show(feasible.largest)} will do`
    : "β is too large for every δ";
  return {
    name: "Theorem 1: β",
    claim: `β ≤ ‖w*‖ δ sin δ/(kπ) for ${delta === undefined ? "some δ" : `δ = ${show(delta)}`}`,
    left: beta,
    relation: "≤",
    right: k === undefined ? null : (size * height) / (k * Math.PI),
    words: range,
    unless: firstOf(k === undefined && reasons.noPatches),
  };
}

function start({ steps, delta, feasible, truth }: RvsmCase): Hypothesis {
  const least = delta ?? feasible?.smallest;
  const angle = steps?.startAngle;
  const from = steps?.from ? `after ${steps.from} steps` : "at the start";
  return {
    name: "Theorem 1: start",
    claim: "θ(w⁰, w*) ≤ π − δ",
    left: angle,
    relation: "≤",
    right: least === undefined ? null : Math.PI - least,
    words: `${from} the angle was ${show(angle ?? 0)}, and δ = ${show(least ?? 0)}`,
    unless: firstOf(
      !steps && reasons.noSteps,
      !truth && angle == null && reasons.noTruth,
      feasible === undefined && delta === undefined && reasons.noPatches,
      feasible === null && delta === undefined && "no δ satisfies the condition on β",
    ),
  };
}

function threshold({ t, dimension }: RvsmCase): Hypothesis {
  return {
    name: "Theorem 1: λ/β",
    claim: "λ/β < 1/√d",
    left: t,
    relation: "<",
    right: 1 / Math.sqrt(dimension),
    words: "a unit vector has an entry of at least 1/√d",
  };
}

/** What the proof needs λ/β < 1/√d for: that u is not 0. */
function ownThreshold({ penalty, t, dimension }: RvsmCase): Hypothesis {
  const left = isSeparable(penalty) ? penalty.scalar.threshold(t) : null;
  return {
    name: "Corollary 1.1: threshold",
    claim: "threshold(λ/β) < 1/√d, which keeps u from 0",
    left,
    relation: "<",
    right: 1 / Math.sqrt(dimension),
    words: `the proof needs it of the penalty's own threshold, which for ${penalty.name} is not λ/β`,
    unless: firstOf(left === null && "the penalty does not act on each entry alone"),
  };
}

function truth({ truth: w, size }: RvsmCase): Hypothesis {
  return {
    name: "Theorem 1: ‖w*‖",
    claim: "‖w*‖ = 1",
    left: w ? size : null,
    relation: "=",
    right: 1,
    tolerance: UNIT,
    words: "the paper's statements are for this norm",
    unless: firstOf(
      !w && reasons.noTruth,
      Math.abs(size - 1) > UNIT &&
        `‖w*‖ is ${show(Math.abs(size - 1))} from 1, and the checks have ‖w*‖ where the paper has 1`,
    ),
  };
}

function unitNorm({ normalize, limit, lossKind }: RvsmCase): Hypothesis {
  const size = limit ? norm(Float64Array.from(limit.w)) : 1;
  return {
    name: "Theorem 1: ‖w‖",
    claim: "‖wᵗ‖ = 1 after each step, on the population loss",
    left: normalize ? size : null,
    relation: "=",
    right: 1,
    tolerance: 1e-12,
    words: "w was scaled to unit norm after each step",
    unless: firstOf(!normalize && reasons.notNormalized, notThePapersLoss(lossKind)),
  };
}
