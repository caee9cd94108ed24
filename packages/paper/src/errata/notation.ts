import { norm, populationLoss } from "@proxkit/core";
import { uniformProblem } from "../figures/problem.ts";
import { short } from "../figures/words.ts";
import { publishedParameters } from "../published/published.ts";
import type { Erratum } from "./erratum.ts";

const { patches: k, lambda, beta } = publishedParameters;

/** f is the network and the risk. */
export function twoMeaningsOfF(): Erratum {
  return {
    name: "f-twice",
    where: "Eq. (1) and eq. (3); Lemmas 5.1.1 and 5.4.2",
    printed:
      "f(x; w) is the network in eq. (1), and f(w) the risk in eq. (3); “Let f be defined as in Equation 1” in the lemmas",
    shouldBe: "two names; the f of the lemmas is that of eq. (3)",
    kind: "misprint",
    evidence: "The lemmas speak of w alone, and of a minimum at w*, which is one of the risk.",
    data: {},
  };
}

/** β and γ of eq. (8) are not defined there, and are other things later. */
export function twoMeaningsOfBeta(): Erratum {
  const pairs = (k * k - k) / (2 * Math.PI);
  // f(w*) by eq. (8): (2γ − 2k·½ − 2β)/k², as g(w*, w*) = ½
  const atTruth = (second: number) => (2 * (pairs + k / 2) - k - 2 * second) / (k * k);
  return {
    name: "beta-twice",
    where: "Eq. (8)",
    printed: "γ and β, which are not defined",
    shouldBe:
      "γ = (k² − k)/(2π) + k/2 and β = (k² − k)/(2π), under other names: β is the coupling in eq. (11), γ an angle in eq. (13)",
    kind: "misprint",
    evidence: `f(w*) must be 0. By eq. (8) with k = ${k} it is ${Math.abs(atTruth(pairs)) < 1e-15 ? 0 : short(atTruth(pairs))} with (k² − k)/(2π) for β, and ${short(atTruth(beta))} with the β = ${beta} of eq. (11).`,
    data: { right: atTruth(pairs), other: atTruth(beta) },
  };
}

/** The critical points of Lemma 5.1.1 are those of f. */
export function criticalPointsOfL(): Erratum {
  const { wStar } = uniformProblem(10, 1);
  const loss = populationLoss({ wStar, patches: k });
  const l = (w: Float64Array) =>
    loss.value(w) + lambda * w.reduce((sum, x) => sum + Math.abs(x), 0);
  const shorter = wStar.map((x) => (1 - 1e-4) * x);
  const [atTruth, below] = [l(wStar), l(shorter)];
  return {
    name: "lemma-5.1.1",
    where: "Lemma 5.1.1 and section 3",
    printed:
      "“For k > 1, l(w) has three critical points”; “the next two lemmas show that g(u, v) and l(w) can be simplified”",
    shouldBe: "f(w): l(w) = f(w) + λP(w) has the penalty in it, by eq. (4); one lemma follows",
    kind: "misprint",
    evidence:
      `With λ = ${lambda} and l1 (d = 10), l falls by ${short(atTruth - below)} from w* to 0.9999 w*, so w* (norm ${short(norm(wStar))}) is not a minimum of l; ` +
      `‖∇f(w*)‖ = ${short(norm(loss.gradient(wStar)))}.`,
    data: { fall: atTruth - below },
  };
}

/** Lemma 5.1.3 lacks a τ, and changes names midway. */
export function lemma513(): Erratum {
  const corner = 0.1; // g′(τ) = min(τ/corner, 1): |g′(τ) − g′(0)| ≤ 1 on [0, 1]
  const [left, right] = [1 - corner / 2, 1 / 2];
  return {
    name: "lemma-5.1.3",
    where: "Lemma 5.1.3",
    printed:
      "‖∇g(x + τ(y − x)) − ∇g(x)‖ ≤ L‖x − y‖ gives |f(y) − f(x) − ⟨∇f(x), y − x⟩| ≤ L/2 ‖x − y‖²",
    shouldBe: "≤ Lτ‖x − y‖ in the hypothesis, and g for f",
    kind: "wrong",
    evidence:
      `g with g′(τ) = min(10τ, 1) satisfies the hypothesis from x = 0 to y = 1 with L = 1, and has g(1) − g(0) − g′(0) = ${left} > L/2 = ${right}. ` +
      "Where it is used the Lipschitz bound of Lemma 5.1.2 gives the form with τ.",
    data: { left, right },
  };
}

/** RSVM for RVSM. */
export function rsvm(): Erratum {
  return {
    name: "rsvm",
    where: "Introduction and section 3.1",
    printed: "“Relaxed Variable Splitting Method (RSVM)”, “The RSVM is defined as follows”",
    shouldBe: "RVSM, as in the rest of the paper",
    kind: "misprint",
    evidence: "The initials of the method are R, V, S, M.",
    data: {},
  };
}

/** The first term of eq. (7) has i twice. */
export function equation7(): Erratum {
  // for ‖w*‖ = 1: g(w*ᵢ, w*ᵢ) = 1/2, and 1/(2π) for two patches, which do not depend on each other
  const pairs = k / 2 + (k * k - k) / (2 * Math.PI);
  const [printed, right] = [(k * k) / 2, pairs].map(
    (first) => (first - 2 * pairs + pairs) / (k * k),
  );
  return {
    name: "equation-7",
    where: "Eq. (7)",
    printed: "f(w) = 1/k² Σᵢⱼ [g(wᵢ, wᵢ) − 2g(wᵢ, wⱼ*) + g(wᵢ*, wⱼ*)]",
    shouldBe: "g(wᵢ, wⱼ) for g(wᵢ, wᵢ)",
    kind: "misprint",
    evidence: `f(w*) must be 0. With k = ${k} and ‖w*‖ = 1 it is ${short(printed)} as printed and ${right} with g(wᵢ, wⱼ).`,
    data: { printed, right },
  };
}
