import { dot, norm, type Random, randomUnitVector, seededRandom } from "@proxkit/core";
import { PAPERS_PENALTIES } from "../figures/penalties.ts";
import type { Run } from "./certified-run.ts";

/** Which hypothesis of Theorem 1 a random instance leaves, if any. */
export const WHERE = ["inside", "beta", "lambda", "start", "stepSize", "norm"] as const;
export type Where = (typeof WHERE)[number];

export const WHERE_NAMES: Readonly<Record<Where, string>> = {
  inside: "all hypotheses",
  beta: "β too large",
  lambda: "λ/β > 1/√d",
  start: "start near −w*",
  stepSize: "η too large",
  norm: "‖w*‖ ≠ 1",
};

/** max δ sin δ, at δ ≈ 2.03. */
const GREATEST = 1.8197;

/**
 * A random instance of k ≤ 5, d ≤ 40, δ, β ≤ δ sin δ/(kπ), λ/β < 1/√d, θ(w⁰, w*) ≤ π − δ and η = 1/(β + L), one of
 * which is then broken: β by up to 10 times its largest, λ/β by 3, η by 10, ‖w*‖ from 0.2 to 5.
 */
export function instance(where: Where, seed: number): Run {
  const random = seededRandom(seed);
  const patches = 1 + random.integer(5);
  const d = 2 + random.integer(39);
  const delta = 0.2 + (where === "start" ? 1.3 : 2.3) * random.uniform();
  const share = where === "start" ? 1 : 0.05 + 0.95 * random.uniform();
  const excess = 1 + 9 * random.uniform();
  const most = where === "beta" ? excess * GREATEST : share * delta * Math.sin(delta);
  const beta = most / (patches * Math.PI);
  const part = 0.01 + 0.98 * random.uniform();
  const lambda = ((where === "lambda" ? 1 + 2 * part : part) * beta) / Math.sqrt(d);
  const size = where === "norm" ? 5 ** (2 * random.uniform() - 1) : 1;
  const wStar = randomUnitVector(d, random).map((x) => size * x);
  const turn = random.uniform();
  const phi = where === "start" ? Math.PI - delta * turn : (Math.PI - delta) * turn;
  const safe = 1 / (beta + 1 + 3 * size); // L = 1 + 3‖w*‖
  return {
    penalty: PAPERS_PENALTIES[seed % PAPERS_PENALTIES.length],
    patches,
    lambda,
    beta,
    stepSize: where === "stepSize" ? excess * safe : "safe",
    wStar,
    start: atAngle(wStar, phi, random),
  };
}

/** A unit vector at the angle phi from w. */
function atAngle(w: Float64Array, phi: number, random: Random): Float64Array {
  const size = norm(w);
  const v = randomUnitVector(w.length, random);
  const along = dot(v, w) / (size * size);
  const across = v.map((x, i) => x - along * w[i]);
  const length = norm(across);
  return across.map((x, i) => Math.cos(phi) * (w[i] / size) + Math.sin(phi) * (x / length));
}
