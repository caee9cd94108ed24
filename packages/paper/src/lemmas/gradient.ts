import { angle, norm, populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import type { SectionCheck } from "../section.ts";
import { atMost } from "./check.ts";

const D = 5;
const H = 1e-5;

/** Lemma 5.4.2, as printed. */
function printed(w: Float64Array, wStar: Float64Array, k: number): Float64Array {
  const theta = angle(w, wStar);
  const ratio = norm(wStar) / norm(w);
  const c = (k * k - k) / Math.PI;
  const along = k + c - (k / Math.PI) * ratio * Math.sin(theta) - c * ratio;
  return w.map((x, i) => (along * x - (k / Math.PI) * (Math.PI - theta) * wStar[i]) / (k * k));
}

/** Lemma 5.4.2 for one k: the printed formula against differences of f. */
export function gradientFormula(k: number, seeds: number): SectionCheck {
  const random = seededRandom(k);
  let worst = 0;
  for (let n = 0; n < seeds; n++) {
    const wStar = randomUnitVector(D, random);
    const w = randomUnitVector(D, random).map((x) => (0.5 + n / seeds) * x);
    const { value } = populationLoss({ wStar, patches: k });
    const formula = printed(w, wStar, k);
    for (let i = 0; i < D; i++) {
      const shifted = (h: number) => value(w.map((x, j) => (i === j ? x + h : x)));
      worst = Math.max(worst, Math.abs((shifted(H) - shifted(-H)) / (2 * H) - formula[i]));
    }
  }
  return atMost({
    name: `Lemma 5.4.2, k = ${k}`,
    claim: "∇f(w) as printed is the gradient of eq. (8)",
    left: worst,
    right: 1e-9,
    words: `the largest difference from (f(w + h) − f(w − h))/2h, h = ${H}, over ${seeds} random w of length ${D}; the error of that is some h²`,
  });
}
