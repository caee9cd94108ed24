import { angle } from "@proxkit/core";
import { short } from "../figures/words.ts";
import { publishedParameters } from "../published/published.ts";
import { difference } from "../say.ts";
import type { Erratum } from "./erratum.ts";
import { combination, type ExampleLimit, exampleLimit } from "./example-limit.ts";

const { patches: k, lambda, beta } = publishedParameters;
const D = 50;

/** c₂ without its η, (π − θ)/(kπ). */
function pull({ theta }: ExampleLimit): number {
  return (Math.PI - theta) / (k * Math.PI);
}

/** Eq. (15) counts η twice. */
export function equation15(): Erratum {
  const limit = exampleLimit(D);
  const { w, u, wStar, theta, stepSize: eta } = limit;
  // ∇f(w̄) on the unit sphere: (1/k)(1 − sin θ/π) w̄ − (π − θ)/(kπ) w*   (Lemma 5.4.2)
  const c1 = 1 - eta * beta - (eta / k) * (1 - Math.sin(theta) / Math.PI);
  const off = (c2: number) => angle(w, combination([c1, w], [eta * c2, wStar], [eta * beta, u]));
  const [printed, right] = [off(eta * pull(limit)), off(pull(limit))];
  return {
    name: "equation-15",
    where: "Eq. (15), proof of Theorem 1",
    printed: "w̄ = C̄(c₁w̄ + ηc₂w* + ηβū), “where c₂ = η(π − θ)/(kπ)”",
    shouldBe: "c₂ = (π − θ)/(kπ): η is written out before it",
    kind: "misprint",
    evidence:
      `At a limit of l1 (d = ${D}, η = ${short(eta)}) the two sides of eq. (15) are ${difference(printed)} with c₂ as printed, ` +
      `and ${difference(right)} without its η.`,
    data: { eta, printed, right },
  };
}

/** Eq. (16) lacks η. */
export function equation16(): Erratum {
  const limit = exampleLimit(D);
  const { w, u, wStar, stepSize: eta } = limit;
  const c2 = eta * pull(limit);
  const printed = angle(w, combination([c2, wStar], [beta, u]));
  const right = angle(w, combination([c2, wStar], [eta * beta, u]));
  return {
    name: "equation-16",
    where: "Eq. (16), proof of Theorem 1",
    printed: "c₂w* + βū // w̄",
    shouldBe:
      "c₂w* + ηβū // w̄ with c₂ = η(π − θ)/(kπ), or as printed with c₂ = (π − θ)/(kπ), which eq. (17) has",
    kind: "misprint",
    evidence: `At the same limit c₂w* + βū and w̄ are ${difference(printed)}, c₂w* + ηβū and w̄ ${difference(right)}.`,
    data: { eta, printed, right },
  };
}

/** c₂ is not 0 at θ = 0. */
export function c2AtZero(): Erratum {
  const { stepSize: eta } = exampleLimit(D);
  return {
    name: "c2-at-zero",
    where: "Proof of Theorem 1, after eq. (15)",
    printed: "“c₂ = 0 when θ(w̄, w*) = π or 0”",
    shouldBe:
      "c₂ = 0 only when θ(w̄, w*) = π; the case w̄ = w* needs w̄ // ū because c₂w* is along w̄ itself",
    kind: "wrong",
    evidence: `c₂ = η(π − θ)/(kπ) is η/k = ${short(eta / k)} at θ = 0 (η = ${short(eta)}, k = ${k}).`,
    data: { eta, atZero: eta / k },
  };
}

/** The components of the vector subtracted in eq. (18) differ in magnitude. */
export function equalMagnitudes(): Erratum {
  const limit = exampleLimit(D);
  const apart = limit.w.map((x, i) => Math.abs((beta / pull(limit)) * (x - limit.u[i])));
  const nonzero = Array.from(apart).filter((x) => x !== 0);
  const [least, largest] = [Math.min(...nonzero), Math.max(...nonzero)];
  const below = nonzero.filter((x) => x < k * lambda * (1 - 1e-9)).length;
  return {
    name: "equal-magnitudes",
    where: "Proof of Theorem 1, after eq. (18)",
    printed: "“some vector … whose non-zero components have the same magnitude between kλ and 2kλ”",
    shouldBe:
      "the same magnitude where ū is not 0, and a smaller one, (kπ/(π − θ))β|w̄ᵢ|, where ū is 0",
    kind: "wrong",
    evidence: `At a limit of l1 (d = ${D}) the magnitudes go from ${short(least)} to ${short(largest)}, and ${below} of ${nonzero.length} are below kλ = ${short(k * lambda)}.`,
    data: { least, largest, below, nonzero: nonzero.length },
  };
}
