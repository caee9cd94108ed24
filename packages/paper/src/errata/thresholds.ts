import { l0 } from "@proxkit/penalties-l0";
import { lhalf } from "@proxkit/penalties-lhalf";
import { tl1 } from "@proxkit/penalties-tl1";
import { short } from "../figures/words.ts";
import { publishedParameters } from "../published/published.ts";
import type { Erratum } from "./erratum.ts";

/** Lemma 5.2.2: the threshold of l0. */
export function l0Threshold(): Erratum {
  const lambda = publishedParameters.lambda / publishedParameters.beta;
  const x = 4 * lambda; // between λ and √(2λ) for λ < 1/8
  const atZero = (x * x) / 2;
  const step = 1e-4;
  let kept = 1;
  while ((kept * step) ** 2 / 2 <= lambda) kept++; // f(0) = x²/2 against f(x) = λ
  const [least, root] = [kept * step, l0().scalar.threshold(lambda)];
  return {
    name: "lemma-5.2.2",
    where: "Lemma 5.2.2",
    printed: "y*_λ(x) = 0 for |x| < λ, x for |x| ≥ λ",
    shouldBe: "0 for |x| < √(2λ), x for |x| ≥ √(2λ), as section 5.3 has it",
    kind: "wrong",
    evidence:
      `At λ = ${lambda} and x = ${x}, f(0) = x²/2 = ${short(atZero)} is below f(x) = λ = ${lambda}, although |x| ≥ λ. ` +
      `Of x = ${step}, ${2 * step}, …, the first that is better kept than set to 0 is ${short(least, 4)}; √(2λ) = ${short(root, 4)}.`,
    data: { lambda, x, lossAtZero: atZero, lossAtX: lambda, firstKept: least, root },
  };
}

/** Figure 4 shows half thresholding; the text speaks of hard thresholding. */
export function halfOrHard(): Erratum {
  const lambda = 0.5;
  const hard = l0().scalar.threshold(lambda);
  const half = lhalf().scalar.threshold(lambda);
  return {
    name: "figure-4",
    where: "Figure 4 and section 5.3",
    printed:
      "“Soft/half (top left/right)” below the figure, “the hard/soft thresholding function of ℓ0/ℓ1” in the text",
    shouldBe: "one of the two: half thresholding is of ℓ1/2, not of ℓ0",
    kind: "contradiction",
    evidence:
      `At λ = 1/2 hard thresholding sets to 0 what is below ${short(hard)}, and half thresholding what is below ${short(half)}: ` +
      "they are not the same function.",
    data: { lambda, hard, half },
  };
}

/** Section 5.3 compares thresholds by n = d/k. */
export function orderOfThresholds(): Erratum {
  const t = publishedParameters.lambda / publishedParameters.beta;
  const [soft, hard] = [t, l0().scalar.threshold(t)];
  const exponent = 50 / publishedParameters.patches;
  return {
    name: "section-5.3-orders",
    where: "Section 5.3, on orders of thresholds",
    printed:
      "“if the threshold of the ℓ1 penalty is about O(10^(−2n)), then the threshold of the ℓ0 penalty is about O(10^(−n)), n = d/k”",
    shouldBe:
      "without “n = d/k”: thresholds depend on λ/β alone, and d, k and n = kd (section 1) have no part in them",
    kind: "wrong",
    evidence:
      `In the tables the thresholds are ${soft} for l1 and ${short(hard)} for l0 in every column; with n = d/k = ${exponent} at d = 50 ` +
      `they would be of the order of 1e-${2 * exponent} and 1e-${exponent}.`,
    data: { soft, hard, exponent },
  };
}

/** At λ = a²/(2(a + 1)) TL1 thresholding has no jump. */
export function jumpAtCritical(): Erratum {
  const { a } = publishedParameters;
  const critical = (a * a) / (2 * (a + 1));
  const { prox, threshold } = tl1({ a }).scalar;
  const above = (lambda: number, gap: number) => prox(threshold(lambda) + gap, lambda);
  const [far, near] = [above(critical, 1e-6), above(critical, 1e-10)];
  const beyond = above(2 * critical, 1e-10);
  return {
    name: "critical-lambda",
    where: "Section 5.3, on TL1 thresholding",
    printed:
      "“continuous when λ < a²/(2(a + 1)), and has a jump discontinuity at threshold otherwise”",
    shouldBe: "continuous when λ ≤ a²/(2(a + 1)), as in Lemma 5.2.1",
    kind: "contradiction",
    evidence:
      `At a = ${a} and λ = a²/(2(a + 1)) = ${critical} the thresholded value is ${short(far, 2)} at 1e-6 above the threshold, and ${short(near, 2)} at 1e-10: ` +
      `it goes to 0. At λ = ${2 * critical} it stays at ${short(beyond)}.`,
    data: { critical, far, near, beyond },
  };
}
