import {
  angle,
  dot,
  norm,
  populationLoss,
  predict,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { short } from "../figures/words.ts";
import type { SectionCheck } from "../section.ts";
import { atMost, equal } from "./check.ts";
import { agreesWith, estimate } from "./estimate.ts";

const D = 6;

/** Lemma 3.0.1: 1/(2π) ‖u‖‖v‖ (sin θ + (π − θ) cos θ). */
function g(u: Float64Array, v: Float64Array): number {
  const theta = angle(u, v);
  const bend = Math.sin(theta) + (Math.PI - theta) * Math.cos(theta);
  return (norm(u) * norm(v) * bend) / (2 * Math.PI);
}

/** E σ(u·x)σ(v·x) for u, v of length 6 and norms 2 and 0.7, drawn from the seed. */
export function lemma301(seeds: number): SectionCheck[] {
  return [1, 2, 3, 4].map((seed) => {
    const random = seededRandom(seed);
    const u = randomUnitVector(D, random).map((x) => 2 * x);
    const v = randomUnitVector(D, random).map((x) => 0.7 * x);
    const x = new Float64Array(D);
    const found = estimate(500 * seeds, () => {
      for (let i = 0; i < D; i++) x[i] = random.normal();
      return Math.max(0, dot(u, x)) * Math.max(0, dot(v, x));
    });
    return agreesWith(found, g(u, v), {
      name: "Lemma 3.0.1",
      claim: `g(u, v) = E σ(u·x)σ(v·x) at θ = ${short(angle(u, v))}`,
    });
  });
}

/** eq. (8) for k patches of length 6, w of norm 1.3, w* of norm 0.8. */
export function equation8(k: number, seeds: number): SectionCheck {
  const random = seededRandom(k);
  const w = randomUnitVector(D, random).map((x) => 1.3 * x);
  const wStar = randomUnitVector(D, random).map((x) => 0.8 * x);
  const X = { data: new Float64Array(k * D), rows: 1, columns: k * D };
  const found = estimate(300 * seeds, () => {
    for (let i = 0; i < X.data.length; i++) X.data[i] = random.normal();
    return (predict({ w, X, patches: k })[0] - predict({ w: wStar, X, patches: k })[0]) ** 2;
  });
  return agreesWith(found, populationLoss({ wStar, patches: k }).value(w), {
    name: "eq. (8)",
    claim: `f(w) of eq. (8) = E (f(x; w) − f(x; w*))² for k = ${k}`,
  });
}

/** eq. (7) at w = w*, where f is 0: as printed with g(wᵢ, wᵢ), and with g(wᵢ, wⱼ). */
export function equation7(): SectionCheck[] {
  const k = 2;
  const wStar = Float64Array.of(0.6, 0.8);
  const same = g(wStar, wStar);
  const apart = 1 / (2 * Math.PI); // wᵢ and wⱼ stand in different patches: at a right angle in ℝⁿ
  const sum = k * same + (k * k - k) * apart; // Σᵢⱼ g(wᵢ, wⱼ)
  const printed = (k * k * same - 2 * sum + sum) / (k * k);
  const name = "eq. (7)";
  return [
    atMost({
      name: `${name}, as printed`,
      claim: "1/k² Σᵢⱼ [g(wᵢ, wᵢ) − 2g(wᵢ, wⱼ*) + g(wᵢ*, wⱼ*)] is f(w), so 0 at w = w*",
      left: Math.abs(printed),
      right: 1e-15,
      words: `k = 2, ‖w*‖ = 1: it is ${short(printed)} at w*; the first term should be g(wᵢ, wⱼ)`,
    }),
    equal(
      {
        name: `${name}, with g(wᵢ, wⱼ)`,
        claim: "1/k² Σᵢⱼ [g(wᵢ, wⱼ) − 2g(wᵢ, wⱼ*) + g(wᵢ*, wⱼ*)] is f(w), so 0 at w = w*",
        left: (sum - 2 * sum + sum) / (k * k),
        right: populationLoss({ wStar, patches: k }).value(wStar),
        words: "k = 2, ‖w*‖ = 1: both are 0",
      },
      1e-15,
    ),
  ];
}
