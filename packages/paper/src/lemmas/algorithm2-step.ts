import { angle, norm, populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import { short } from "../figures/words.ts";
import type { SectionCheck } from "../section.ts";
import { atMost, below } from "./check.ts";

interface Counts {
  /** The largest θ(w⁺, w*) − θ(w, w*). */
  angleRise: number;
  steps: number;
  /** Where ‖w⁺‖ < ‖w‖, by ‖w‖ against the saddle's norm and ‖w*‖ = 1. */
  shrank: [belowSaddle: number, between: number, above: number];
  in: [number, number, number];
}

/** One gradient step each from random points at random η < 1, for one k. */
function randomSteps(k: number, seeds: number): Counts {
  const random = seededRandom(k);
  const saddle = (k * k - k) / (k * k + (Math.PI - 1) * k);
  const counts: Counts = {
    angleRise: Number.NEGATIVE_INFINITY,
    steps: 0,
    shrank: [0, 0, 0],
    in: [0, 0, 0],
  };
  for (let n = 0; n < 20 * seeds; n++) {
    const d = 2 + random.integer(10);
    const wStar = randomUnitVector(d, random);
    const size = 2 * random.uniform();
    const w = randomUnitVector(d, random).map((x) => size * x);
    const eta = random.uniform();
    const g = populationLoss({ wStar, patches: k }).gradient(w);
    const next = w.map((x, i) => x - eta * g[i]);
    counts.steps++;
    counts.angleRise = Math.max(counts.angleRise, angle(next, wStar) - angle(w, wStar));
    const region = size < saddle ? 0 : size < 1 ? 1 : 2;
    counts.in[region]++;
    if (norm(next) < norm(w)) counts.shrank[region]++;
  }
  return counts;
}

/** Lemma 5.4.1: the angle falls; the norm grows as printed does not. */
export function lemma541(k: number, seeds: number): SectionCheck[] {
  const { angleRise, steps, shrank, in: visited } = randomSteps(k, seeds);
  const name = `Lemma 5.4.1, k = ${k}`;
  return [
    below({
      name,
      claim: "θ(wᵗ⁺¹, w*) < θ(wᵗ, w*) for η < 1 where H_s is not applied",
      left: angleRise,
      right: 0,
      words: `the largest change of the angle in ${steps} steps from random points`,
    }),
    atMost({
      name: `${name}, the norm`,
      claim: "‖wᵗ⁺¹‖ ≥ ‖wᵗ‖ where H_s is not applied",
      left: shrank[0] + shrank[1] + shrank[2],
      right: 0,
      words:
        `the norm shrank in ${shrank[0]} of ${visited[0]} steps from below the saddle's norm, in ${shrank[1]} of ${visited[1]} from there to ‖w*‖, ` +
        `and in ${shrank[2]} of ${visited[2]} from beyond`,
    }),
  ];
}

/** The smallest case in which the norm shrinks: d = 1, w = 2w*. */
export function shrinkingNorm(): SectionCheck {
  const loss = populationLoss({ wStar: [1, 0], patches: 1 });
  const w = Float64Array.of(2, 0.5);
  const g = loss.gradient(w);
  const next = w.map((x, i) => x - 0.5 * g[i]);
  return atMost({
    name: "Lemma 5.4.1, the norm: an example",
    claim: "‖wᵗ‖ ≤ ‖wᵗ⁺¹‖ where H_s is not applied",
    left: norm(w),
    right: norm(next),
    words: `k = 1, w* = (1, 0), w = (2, 0.5), η = 1/2: w⁺ = (${short(next[0], 6)}, ${short(next[1], 6)}) is shorter, as it must be on the way to w*`,
  });
}

/** c₁ = 1 − η/k² (k + (k² − k)/π (1 − c/a) − (kc/(πa)) sin θ), where a = ‖w‖ and c = ‖w*‖ = 1. */
function c1(k: number, a: number, theta: number, eta: number): number {
  const bracket = k + ((k * k - k) / Math.PI) * (1 - 1 / a) - ((k / Math.PI) * Math.sin(theta)) / a;
  return 1 - (eta / (k * k)) * bracket;
}

/** The proof of Theorem 2 says that c₁ is between 0 and 1, so that entries outside Γ* shrink. */
export function c1Bounds(): SectionCheck[] {
  const eta = 0.5;
  const sizes = Array.from({ length: 300 }, (_, i) => (i + 1) / 10);
  const least = Math.min(
    ...[1, 2, 3, 5, 50].flatMap((k) => sizes.map((a) => c1(k, a, 0, 1 - 1e-9))),
  );
  const saddle = 2 / (4 + (Math.PI - 1) * 2);
  return [
    below({
      name: "proof of Theorem 2, c₁ < 1",
      claim: "c₁(t) < 1: entries outside Γ* shrink in each step",
      left: c1(2, saddle / 2, 0, eta),
      right: 1,
      words:
        `k = 2, ‖w*‖ = 1, η = ${eta}, θ = 0, ‖w‖ = ${short(saddle / 2)}, half the saddle's: below the saddle's norm all entries outside Γ* grow, ` +
        "until ‖w‖ is larger",
    }),
    below({
      name: "proof of Theorem 2, 0 < c₁",
      claim: "0 < c₁(t) for η < 1",
      left: 0,
      right: least,
      words:
        "the least over k = 1, 2, 3, 5, 50 and ‖w‖ = 0.1, 0.2, … 30 at η = 1 − 1e-9, θ = 0: 1 − η/k − η(k − 1)/(kπ) in the limit of large ‖w‖",
    }),
  ];
}
