import { dot, norm } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { short } from "../figures/words.ts";
import { publishedParameters } from "../published/published.ts";
import type { Erratum } from "./erratum.ts";
import { combination, exampleLimit } from "./example-limit.ts";

const { patches: k, lambda, beta, a } = publishedParameters;
const D = 50;

/** 1/√a for 1/√d. */
export function rootOfD(): Erratum {
  const flat = new Float64Array(D).fill(1 / Math.sqrt(D));
  const t = 1.2 / Math.sqrt(D);
  const left = norm(l1().prox(flat, t));
  return {
    name: "root-of-d",
    where: "Proof of Theorem 1, after eq. (15)",
    printed: "“not possible when λ/β < 1/√a”",
    shouldBe: "1/√d, as in the theorem",
    kind: "misprint",
    evidence:
      `With a = ${a} and d = ${D}, the unit vector with all entries 1/√d has none above λ/β = ${short(t)} < 1/√a = ${short(1 / Math.sqrt(a))}: ` +
      `its ū has norm ${left}. l1 has no a.`,
    data: { a, d: D, ratio: t, norm: left },
  };
}

/** The bound on C is derived from the wrong inequality. */
export function boundOnC(): Erratum {
  const { w, u, wStar, theta } = exampleLimit(D);
  const pull = ((k * Math.PI) / (Math.PI - theta)) * beta;
  const C = dot(combination([1, wStar], [-pull, w], [pull, u]), w);
  const room = 2 * k * lambda * Math.sqrt(D);
  return {
    name: "bound-on-c",
    where: "Eq. (19), proof of Theorem 1",
    printed: "‖w* − …‖ ≥ 1 − 2kλ√d, “therefore … 0 < C ≤ 1/(1 − 2kλ√d)”",
    shouldBe:
      "1 − 2kλ√d ≤ C ≤ 1 + 2kλ√d: the printed line bounds C from below; the upper bound follows from the triangle inequality the other way, and is the smaller one",
    kind: "wrong",
    evidence:
      `At a limit of l1 (d = ${D}) C = ${short(C, 6)}, between 1 − 2kλ√d = ${short(1 - room, 6)} and 1 + 2kλ√d = ${short(1 + room, 6)}; ` +
      `1/(1 − 2kλ√d) = ${short(1 / (1 - room), 6)}. The printed bound holds, but does not follow from the printed line.`,
    data: { C, lower: 1 - room, upper: 1 + room, printed: 1 / (1 - room) },
  };
}

/** The triangle of the last step has two equal sides, not three. */
export function triangle(): Erratum {
  const { w, wStar } = exampleLimit(D);
  const base = norm(combination([1, wStar], [-1, w]));
  return {
    name: "triangle",
    where: "Proof of Theorem 1, before the law of sines",
    printed: "“the equilateral triangle with sides w*, w̄, and w* − w̄”",
    shouldBe: "isosceles",
    kind: "misprint",
    evidence: `At a limit of l1 (d = ${D}) the sides are 1, 1 and ${short(base)}.`,
    data: { base },
  };
}

/** The last display of the proof drops sin γ, which the theorem keeps. */
export function lostSine(): Erratum {
  const { w, wStar, gamma } = exampleLimit(D);
  const base = norm(combination([1, wStar], [-1, w]));
  const [kept, lost] = [4 * k * beta * Math.sin(gamma), 4 * k * beta];
  return {
    name: "lost-sine",
    where: "Proof of Theorem 1, last display",
    printed: "‖w* − w̄‖ ≤ … ≤ 4kβ‖ū‖ sin γ ≤ 4kβ",
    shouldBe: "4kβ‖ū‖ sin γ ≤ 4kβ sin γ, which is eq. (13)",
    kind: "misprint",
    evidence: `At a limit of l1 (d = ${D}) ‖w* − w̄‖ = ${short(base)}, 4kβ sin γ = ${short(kept)}, and 4kβ = ${short(lost)} is ${short(lost / kept, 2)} times as much.`,
    data: { distance: base, kept, lost },
  };
}
