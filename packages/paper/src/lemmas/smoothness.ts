import { norm, populationLoss, seededRandom } from "@proxkit/core";
import { short } from "../figures/words.ts";
import type { SectionCheck } from "../section.ts";
import { atMost } from "./check.ts";

/** Lemma 5.1.2 on random pairs in a half plane, for one k: the largest ‖∇f(w₁) − ∇f(w₂)‖/‖w₁ − w₂‖ against L. */
export function lipschitz(k: number, seeds: number): SectionCheck {
  const M = 0.5;
  const random = seededRandom(k);
  const wStar = Float64Array.of(1, 0);
  const loss = populationLoss({ wStar, patches: k });
  let worst = 0;
  for (let pair = 0; pair < 200 * seeds; pair++) {
    const first = inHalfPlane(M, random);
    const second =
      pair % 2 === 0
        ? inHalfPlane(M, random)
        : near(first, M, random.uniform() * 1e-2, random.uniform());
    const apart = norm(first.map((x, i) => x - second[i]));
    const h = loss.gradient(second);
    const turned = norm(loss.gradient(first).map((x, i) => x - h[i]));
    if (apart > 0) worst = Math.max(worst, turned / apart);
  }
  const L = 1 + 3 / M;
  return atMost({
    name: `Lemma 5.1.2, k = ${k}`,
    claim: "‖∇f(w₁) − ∇f(w₂)‖ ≤ L‖w₁ − w₂‖ with L = 1 + 3‖w*‖/M",
    left: worst,
    right: L,
    words: `the largest ratio of ${200 * seeds} pairs with norms from M = 1/2 on: L is ${short(L / worst)} times what was seen`,
  });
}

type Random = ReturnType<typeof seededRandom>;

/** At an angle from 0 to π from w*, of a norm from M to M + 2. */
function inHalfPlane(M: number, random: Random): Float64Array {
  const theta = Math.PI * random.uniform();
  const size = M + 2 * random.uniform() ** 3; // most near M, where f bends most
  return Float64Array.of(size * Math.cos(theta), size * Math.sin(theta));
}

/** A step of length h from a point, kept in the half plane and outside the ball of radius M. */
function near(from: Float64Array, M: number, h: number, turn: number): Float64Array {
  const phi = 2 * Math.PI * turn;
  const w = Float64Array.of(from[0] + h * Math.cos(phi), Math.abs(from[1] + h * Math.sin(phi)));
  const scale = Math.max(1, M / norm(w));
  return w.map((x) => scale * x);
}

/** Lemma 5.1.3 as printed: its hypothesis lacks a τ, and does not suffice. */
export function taylorBound(): SectionCheck[] {
  const L = 1;
  const corner = 0.1; // g′(τ) = L min(τ/corner, 1) on [0, 1]: |g′(τ) − g′(0)| ≤ L for all τ
  const rest = L * (1 - corner / 2); // g(1) − g(0) − g′(0)
  const words = `g′(τ) = min(10τ, 1) from x = 0 to y = 1, L = ${L}`;
  return [
    atMost({
      name: "Lemma 5.1.3, as printed",
      claim:
        "‖∇g(x + τ(y − x)) − ∇g(x)‖ ≤ L‖x − y‖ gives |g(y) − g(x) − ⟨∇g(x), y − x⟩| ≤ L/2 ‖x − y‖²",
      left: rest,
      right: L / 2,
      words: `${words} keeps the hypothesis and breaks the bound; the hypothesis lacks τ: Lτ‖x − y‖`,
    }),
    atMost({
      name: "Lemma 5.1.3, with Lτ‖x − y‖",
      claim: "‖∇g(x + τ(y − x)) − ∇g(x)‖ ≤ Lτ‖x − y‖ gives the same bound",
      left: rest,
      right: L / corner / 2,
      words: `${words} then has L = 10, and the bound holds; Lemma 5.1.2 gives this form`,
    }),
  ];
}
