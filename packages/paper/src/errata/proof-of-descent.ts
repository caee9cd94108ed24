import { angle, dot, norm, populationLoss } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { rvsm } from "@proxkit/solvers";
import { uniformProblem } from "../figures/problem.ts";
import { short } from "../figures/words.ts";
import { publishedParameters } from "../published/published.ts";
import type { Erratum } from "./erratum.ts";
import { combination } from "./example-limit.ts";

const D = 10;

/** wᵗ and wᵗ⁺¹ of the first step of RVSM with l1 and η = 1/(β + L), and w*. */
function firstStep() {
  const { patches, lambda, beta } = publishedParameters;
  const { wStar, start } = uniformProblem(D, 1);
  const solver = rvsm({
    loss: populationLoss({ wStar, patches }),
    penalty: l1(),
    lambda,
    beta,
  });
  const state = solver.init(start);
  const from = state.w.slice();
  solver.step(state);
  return { wStar, from, to: state.w };
}

/** The angle of a step on the sphere to where it starts is above π/2, not below. */
export function signInProof(): Erratum {
  const { from, to } = firstStep();
  const change = combination([1, to], [-1, from]);
  const [printed, right] = [angle(change, from), angle(change, combination([-1, from]))];
  const other = angle(change, to);
  return {
    name: "sign-in-5.1.5",
    where: "Proof of Lemma 5.1.5, on the angles",
    printed: "“θ(wᵗ⁺¹ − wᵗ, wᵗ) and θ(wᵗ⁺¹ − wᵗ, wᵗ⁺¹) are strictly less than π/2”",
    shouldBe:
      "θ(wᵗ⁺¹ − wᵗ, −wᵗ) in the place of the first, as wᵗ⁺¹ − wᵗ bisects the angle between wᵗ⁺¹ and −wᵗ",
    kind: "misprint",
    evidence:
      `In a first step of l1 (d = ${D}) θ(wᵗ⁺¹ − wᵗ, wᵗ) = ${short(printed)} is above π/2 = ${short(Math.PI / 2)}; ` +
      `θ(wᵗ⁺¹ − wᵗ, −wᵗ) = ${short(right)} and θ(wᵗ⁺¹ − wᵗ, wᵗ⁺¹) = ${short(other)} are below.`,
    data: { printed, right, other },
  };
}

/** Lemma 5.1.2 asks for one half plane, and for norms of M or more; the step keeps neither. */
export function halfPlaneInProof(): Erratum {
  const { wStar, from, to } = firstStep();
  const across = combination([1, wStar], [-dot(wStar, from), from]);
  const size = norm(across);
  const off = norm(
    combination([1, to], [-dot(to, from), from], [-dot(to, across) / size ** 2, across]),
  );
  const middle = norm(combination([0.5, from], [0.5, to]));
  return {
    name: "half-plane-in-5.1.5",
    where: "Proof of Lemma 5.1.5, the bound with L",
    printed:
      "f(wᵗ⁺¹) − f(wᵗ) ≤ ⟨∇f(wᵗ), wᵗ⁺¹ − wᵗ⟩ + L/2 ‖wᵗ⁺¹ − wᵗ‖², from Lemma 5.1.2, which asks for wᵗ, wᵗ⁺¹ and w* in one half plane, and norms of M or more",
    shouldBe:
      "Lemma 5.1.2 without the half plane, which it can do without: across the plane of w and w* f bends by the coefficient of w in Lemma 5.4.2, " +
      "which is between −‖w*‖/(πM) and 1; and with M the least norm between wᵗ and wᵗ⁺¹, below 1",
    kind: "wrong",
    evidence:
      `In a first step of l1 (d = ${D}) wᵗ⁺¹ is ${short(off)} away from the plane of wᵗ and w*, as uᵗ⁺¹ pulls it out, and half way the norm is ${short(middle, 6)}. ` +
      "Lemma 5.1.5 with η ≤ 1/(β + L) and L = 4 was not seen to fail.",
    data: { off, middle },
  };
}
