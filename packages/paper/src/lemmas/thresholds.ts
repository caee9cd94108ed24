import { seededRandom } from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { tl1 } from "@proxkit/penalties-tl1";
import { short } from "../figures/words.ts";
import type { SectionCheck } from "../section.ts";
import { atMost } from "./check.ts";

/** How far the objective at u is above the best of 1000 values between 0 and |x|, relative to that at u = 0. */
function excess(x: number, t: number, p: (u: number) => number, u: number): number {
  const at = (v: number) => (v - x) ** 2 / 2 + t * p(v);
  let best = at(0);
  for (let i = 1; i <= 1000; i++) best = Math.min(best, at((x * i) / 1000));
  return (at(u) - best) / (x * x);
}

/** Lemma 5.2.1 on random a, λ, x on both sides of the threshold. */
export function lemma521(seeds: number): SectionCheck {
  const random = seededRandom(1);
  let worst = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < 10 * seeds; n++) {
    const a = 10 ** (-2 + 4 * random.uniform());
    const t = 10 ** (-4 + 5 * random.uniform());
    const { scalar } = tl1({ a });
    const x = scalar.threshold(t) * (0.2 + 3 * random.uniform());
    worst = Math.max(worst, excess(x, t, scalar.value, scalar.prox(x, t)));
  }
  return atMost({
    name: "Lemma 5.2.1",
    claim: "y*(x) of TL1 minimises ½(y − x)² + λρ(y)",
    left: worst,
    right: 1e-13,
    words: `${10 * seeds} random a, λ, x: how far it is above the best of 1001 values of y, in x²; 1e-13 is rounding`,
  });
}

/** g_λ(x) as printed, for x > 0. */
function printedMinimiser(x: number, t: number, a: number): number {
  const phi = Math.acos(1 - (27 * t * a * (a + 1)) / (2 * (a + x) ** 3));
  return (2 / 3) * (a + x) * Math.cos(phi / 3) - (2 * a) / 3 + x / 3;
}

/** The cosine form is right, though its arithmetic loses digits for large a. */
export function printedCosine(): SectionCheck {
  const [t, x] = [0.025, 0.06]; // above the threshold t(a + 1)/a
  const off = (a: number) => Math.abs(printedMinimiser(x, t, a) / tl1({ a }).scalar.prox(x, t) - 1);
  return atMost({
    name: "Lemma 5.2.1, g_λ as printed",
    claim: "g_λ(x) is the prox, here up to 1e-12 relative",
    left: off(1),
    right: 1e-12,
    words: `a = 1, λ = ${t}, x = ${x}; at a = 1e6 its cosines cancel and ${short(off(1e6))} is left in double precision`,
  });
}

/** Lemma 5.2.2 as printed, with threshold λ, and with √(2λ). */
export function lemma522(): SectionCheck[] {
  const { scalar } = l0();
  const points = Array.from({ length: 400 }, (_, i) => (i + 1) / 100);
  const worst = (t: number, prox: (x: number) => number) =>
    Math.max(...points.map((x) => excess(x, t, scalar.value, prox(x))));
  const [t, x] = [0.5, 0.7];
  return [
    atMost({
      name: "Lemma 5.2.2, as printed",
      claim: "y*(x) = x for |x| ≥ λ, else 0, minimises ½(y − x)² + λ‖y‖₀",
      left: t, // at y = x
      right: (x * x) / 2, // at y = 0
      words: `λ = ${t}, x = ${x}: it keeps x, at the objective λ = ${t}; y = 0 has x²/2 = ${short((x * x) / 2)}`,
    }),
    atMost({
      name: "Lemma 5.2.2, with √(2λ)",
      claim: "y*(x) = x for |x| > √(2λ), else 0, minimises it",
      left: worst(t, (v) => (v > Math.sqrt(2 * t) ? v : 0)),
      right: 1e-15,
      words:
        "λ = 0.5 and x = 0.01, 0.02, … 4: how far it is above the best of 1001 values of y, in x²",
    }),
  ];
}
