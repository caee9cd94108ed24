import { angle, norm, populationLoss } from "@proxkit/core";
import { sparseProblem } from "../figures/problem.ts";
import { short } from "../figures/words.ts";
import type { Erratum } from "./erratum.ts";

const K = 2;

/** One gradient step of Algorithm 2, from a start of given norm. */
interface GradientStep {
  readonly w: Float64Array;
  readonly next: Float64Array;
  readonly wStar: Float64Array;
  /** An index outside the support of w*. */
  readonly outside: number;
}

function gradientStep(size: number, stepSize: number): GradientStep {
  const { wStar, start } = sparseProblem(10, 3, 1);
  const w = start.map((x) => size * x);
  const gradient = populationLoss({ wStar, patches: K }).gradient(w);
  const outside = wStar.indexOf(0);
  return { w, next: w.map((x, i) => x - stepSize * gradient[i]), wStar, outside };
}

/** c₁(t) with η/k² before the bracket; as printed, η = 1. */
function c1({ w, wStar }: GradientStep, stepSize: number): number {
  const a = norm(w);
  const pairs = (K * K - K) / Math.PI;
  const bracket = K + pairs - ((K / Math.PI) * Math.sin(angle(w, wStar))) / a - pairs / a;
  return 1 - (stepSize / (K * K)) * bracket;
}

/** c₁(t) lacks η. */
export function c1LacksEta(): Erratum {
  const stepSize = 0.5;
  const step = gradientStep(2, stepSize);
  const ratio = step.next[step.outside] / step.w[step.outside];
  const [printed, right] = [c1(step, 1), c1(step, stepSize)];
  return {
    name: "c1-lacks-eta",
    where: "Proof of Theorem 2, “Notice that c₁(t) = …”",
    printed: "c₁(t) = 1 − (1/k²)(k + …)",
    shouldBe: "1 − (η/k²)(k + …), as in the line above it",
    kind: "misprint",
    evidence:
      `In a step with η = ${stepSize} from ‖w‖ = 2 (k = ${K}, d = 10) an entry outside Γ* is multiplied by ${short(ratio, 6)}; ` +
      `c₁ is ${short(printed, 6)} as printed and ${short(right, 6)} with η.`,
    data: { stepSize, ratio, printed, right },
  };
}

/** c₁(t) may be above 1. */
export function c1AboveOne(): Erratum {
  const stepSize = 0.5;
  const size = 0.2;
  const step = gradientStep(size, stepSize);
  const ratio = step.next[step.outside] / step.w[step.outside];
  return {
    name: "c1-above-one",
    where: "Proof of Theorem 2, after c₁(t)",
    printed:
      "c₁(t) “is bounded between 0 and 1. Thus the magnitudes of the entries in Γᵗ∖Γ* are decreasing after each update”",
    shouldBe:
      "below 1 once ‖w‖ is large enough: (k + (k² − k)/π)‖w‖ > ((k/π) sin θ + (k² − k)/π)‖w*‖",
    kind: "wrong",
    evidence:
      `A step with η = ${stepSize} from ‖w‖ = ${size} (k = ${K}, ‖w*‖ = 1, θ = ${short(angle(step.w, step.wStar))}) multiplies the entries outside Γ* by ${short(ratio, 4)}: ` +
      `they grow, until ‖w‖ is larger, which this step takes to ${short(norm(step.next))}.`,
    data: { stepSize, size, ratio, c1: c1(step, stepSize) },
  };
}

/** Eq. (20) multiplies entries of w* that are 0. */
export function equation20(): Erratum {
  const { w, next, wStar, outside } = gradientStep(2, 0.5);
  return {
    name: "equation-20",
    where: "Eq. (20), proof of Theorem 2",
    printed: "wᵗ⁺ⁿ|Γᵗ∖Γ* = (∏ cᵢ(t)) w*|Γᵗ∖Γ*",
    shouldBe: "(∏ cᵢ(t)) wᵗ|Γᵗ∖Γ*: outside its support Γ*, w* is 0",
    kind: "misprint",
    evidence: `In a step from ‖w‖ = 2 an entry outside Γ* goes from ${short(w[outside])} to ${short(next[outside])}; w* is ${wStar[outside]} there.`,
    data: { before: w[outside], after: next[outside], truth: wStar[outside] },
  };
}

/** Lemma 5.4.1: the norm need not rise. */
export function normNeedNotRise(): Erratum {
  const stepSize = 0.5;
  const { w, next } = gradientStep(2, stepSize);
  return {
    name: "lemma-5.4.1",
    where: "Lemma 5.4.1",
    printed:
      "“if the update wᵗ⁺¹ does not apply the H_s function, then ‖wᵗ⁺¹‖ ≥ ‖wᵗ‖” (and φᵗ for θᵗ)",
    shouldBe: "without that sentence, or for ‖wᵗ‖ that are small enough",
    kind: "wrong",
    evidence: `A step with η = ${stepSize} from ‖w‖ = ${short(norm(w))} towards ‖w*‖ = 1 (k = ${K}, d = 10) shortens w to ${short(norm(next), 4)}.`,
    data: { stepSize, before: norm(w), after: norm(next) },
  };
}

/** There is no Theorem 3. */
export function theorem3(): Erratum {
  return {
    name: "theorem-3",
    where: "Section 5.4",
    printed: "“Proof of Theorem 3.”",
    shouldBe: "Proof of Theorem 2",
    kind: "misprint",
    evidence: "The paper has two theorems, and the section is headed “Proof of Theorem 2”.",
    data: {},
  };
}
