import { dot, norm, populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import { short } from "../figures/words.ts";
import type { SectionCheck } from "../section.ts";
import { atMost, below } from "./check.ts";

const D = 8;

/** Lemma 5.1.1 for one k: gradients at w* and at the saddle, and what 0 is. */
export function criticalPoints(k: number): SectionCheck[] {
  const random = seededRandom(k);
  const wStar = randomUnitVector(D, random).map((x) => 1.5 * x);
  const loss = populationLoss({ wStar, patches: k });
  const name = `Lemma 5.1.1, k = ${k}`;
  const checks: SectionCheck[] = [
    atMost({
      name,
      claim: "∇f(w*) = 0",
      left: norm(loss.gradient(wStar)),
      right: 1e-15,
      words: "w* of norm 1.5 and length 8; 1e-15 is rounding",
    }),
  ];
  const around = Array.from({ length: 200 }, () => randomUnitVector(D, random));
  const top = loss.value(new Float64Array(D));
  const highest = Math.max(...around.map((e) => loss.value(e.map((x) => 1e-6 * x))));
  if (k > 1) {
    checks.push(
      below({
        name,
        claim: "0 is a local maximum",
        left: highest,
        right: top,
        words: "left is the highest f of 200 points at distance 1e-6 from 0, right is f(0)",
      }),
      ...saddle(k, wStar, random),
    );
  } else
    checks.push(
      below({
        name,
        claim: "0 is not a local maximum",
        left: top,
        right: loss.value(wStar.map((x) => -1e-6 * x)),
        words: "left is f(0), right is f a little away from 0, opposite to w*",
      }),
    );
  return checks;
}

/** −((k² − k)/(k² + (π − 1)k)) w* is critical, lower sideways, higher along; sideways it is flat to second order. */
function saddle(
  k: number,
  wStar: Float64Array,
  random: ReturnType<typeof seededRandom>,
): SectionCheck[] {
  const loss = populationLoss({ wStar, patches: k });
  const share = (k * k - k) / (k * k + (Math.PI - 1) * k);
  const at = wStar.map((x) => -share * x);
  const v = randomUnitVector(D, random);
  const along = dot(v, wStar) / dot(wStar, wStar);
  const e = v.map((x, i) => x - along * wStar[i]);
  const size = norm(e);
  const moved = (h: number, by: Float64Array) => at.map((x, i) => x + h * by[i]);
  const sideways = e.map((x) => x / size);
  const curvature = (h: number) => Math.abs(dot(loss.gradient(moved(h, sideways)), sideways)) / h;
  const name = `Lemma 5.1.1, k = ${k}`;
  return [
    atMost({
      name,
      claim: "∇f = 0 at −((k² − k)/(k² + (π − 1)k)) w*",
      left: norm(loss.gradient(at)),
      right: 1e-15,
      words: `the point is ${short(-share)} w*; 1e-15 is rounding`,
    }),
    below({
      name,
      claim: "that point is a saddle: f falls sideways …",
      left: loss.value(moved(1e-2, sideways)),
      right: loss.value(at),
      words: "left is f at distance 0.01 from it, at a right angle to w*; right is f there",
    }),
    below({
      name,
      claim: "… and rises along w*",
      left: loss.value(at),
      right: loss.value(at.map((x) => 1.01 * x)),
      words: "left is f there, right is f at 1.01 times the point",
    }),
    atMost({
      name,
      claim: "the saddle is degenerate: the second derivative sideways is 0",
      left: curvature(1e-5),
      right: 1e-4,
      words: `the slope sideways over the distance h is ${short(curvature(1e-3))}, ${short(curvature(1e-4))}, ${short(curvature(1e-5))} at h = 1e-3, 1e-4, 1e-5: it goes to 0 with h`,
    }),
  ];
}
