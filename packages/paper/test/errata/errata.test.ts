import { type Erratum, errata, partNamed, runPart } from "@proxkit/paper";
import { expect, test } from "vitest";

const list: readonly Erratum[] = errata({ seeds: 20 });

function numbersOf(name: string): Record<string, number> {
  const found = list.find((erratum) => erratum.name === name);
  if (!found) throw new Error(`no erratum ${name}`);
  return found.data as Record<string, number>;
}

test("names each place once, and leaves no number undefined", () => {
  expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  for (const { where, printed, shouldBe, evidence, data } of list) {
    for (const words of [where, printed, shouldBe, evidence])
      expect(words).not.toMatch(/NaN|undefined|null|^$/);
    for (const value of Object.values(data)) expect(Number.isFinite(value)).toBe(true);
  }
});

test("the l0 threshold as printed keeps what is better set to 0", () => {
  const { lossAtZero, lossAtX, x, lambda, firstKept, root } = numbersOf("lemma-5.2.2");
  expect(x).toBeGreaterThanOrEqual(lambda);
  expect(lossAtZero).toBeLessThan(lossAtX);
  expect(firstKept - root).toBeGreaterThan(0);
  expect(firstKept - root).toBeLessThanOrEqual(1e-4); // the grid
});

test("eq. (15) and (16) hold at a limit with η where it belongs, and not as printed", () => {
  for (const name of ["equation-15", "equation-16"]) {
    const { printed, right } = numbersOf(name);
    expect(right).toBeLessThan(1e-10);
    expect(printed).toBeGreaterThan(1e-5);
  }
});

test("a step on the sphere leaves at an angle above π/2, and out of the plane of wᵗ and w*", () => {
  const { printed, right, other } = numbersOf("sign-in-5.1.5");
  expect(printed).toBeGreaterThan(Math.PI / 2);
  expect(right).toBeLessThan(Math.PI / 2);
  expect(right).toBeCloseTo(other, 12); // the triangle of wᵗ, wᵗ⁺¹ and 0 has two equal sides
  expect(printed + right).toBeCloseTo(Math.PI, 12);
  const { off, middle } = numbersOf("half-plane-in-5.1.5");
  expect(off).toBeGreaterThan(1e-6);
  expect(middle).toBeCloseTo(Math.sin(printed), 12); // the height of that triangle
});

test("c₁ with η is what a step does to an entry outside the support; without, it is not", () => {
  const { ratio, printed, right } = numbersOf("c1-lacks-eta");
  expect(right).toBeCloseTo(ratio, 14);
  expect(Math.abs(printed - ratio)).toBeGreaterThan(0.1);
  const above = numbersOf("c1-above-one");
  expect(above.ratio).toBeGreaterThan(1);
  expect(above.c1).toBeCloseTo(above.ratio, 14);
});

test("counterexamples break what is printed", () => {
  expect(numbersOf("lemma-5.4.1").after).toBeLessThan(numbersOf("lemma-5.4.1").before);
  expect(numbersOf("lemma-5.1.5").raised).toBeGreaterThan(0);
  expect(numbersOf("lemma-5.1.5").raisedRight).toBe(0);
  expect(numbersOf("lemma-5.1.3").left).toBeGreaterThan(numbersOf("lemma-5.1.3").right);
  expect(numbersOf("equal-magnitudes").below).toBeGreaterThan(0);
  expect(numbersOf("root-of-d").norm).toBe(0);
  expect(numbersOf("killed-off").dead).toBeGreaterThan(0);
  expect(numbersOf("equation-10").other).toBeLessThan(numbersOf("equation-10").loss);
  expect(numbersOf("lemma-5.1.1").fall).toBeGreaterThan(0);
});

test("an index of the true support leaves it in some run, and comes back in all", () => {
  const { runs, left, ended } = numbersOf("what-leaves");
  expect(left).toBeGreaterThan(0);
  expect(ended).toBe(runs);
});

test("TL1 thresholding goes to 0 at the critical λ, and jumps by √(2λ(a + 1)) − a beyond", () => {
  const { critical, far, near, beyond } = numbersOf("critical-lambda");
  // (u − x)(1 + u)² + 1/2 = 0 with x = 1/2 + g (a = 1, λ = 1/4) is g = 3u²/2 + …: u ≈ √(2g/3)
  expect(far / Math.sqrt((2 / 3) * 1e-6)).toBeCloseTo(1, 2);
  expect(near / Math.sqrt((2 / 3) * 1e-10)).toBeCloseTo(1, 4);
  expect(beyond).toBeCloseTo(Math.sqrt(2 * 2 * critical * 2) - 1, 4);
});

test("eq. (7) is 0 at w* with g(wᵢ, wⱼ), and (1 − 1/k)(1/2 − 1/(2π)) as printed", () => {
  const { printed, right } = numbersOf("equation-7");
  expect(right).toBe(0);
  expect(printed).toBeCloseTo((1 - 1 / 2) * (1 / 2 - 1 / (2 * Math.PI)), 14);
});

test("C is between the bounds that follow, which are within the printed one", () => {
  const { C, lower, upper, printed } = numbersOf("bound-on-c");
  expect(C).toBeGreaterThan(lower);
  expect(C).toBeLessThan(upper);
  expect(upper).toBeLessThan(printed);
});

test("eq. (8) is 0 at w* with its own β, and not with the coupling", () => {
  const { right, other } = numbersOf("beta-twice");
  expect(right).toBeCloseTo(0, 15);
  expect(other).toBeGreaterThan(0.1);
});

test("the zeros fit one column to the left, and the w̄ columns are no critical points", () => {
  const zeros = numbersOf("tables-zeros");
  expect(Math.min(...Object.values(zeros))).toBe(zeros.misfit50);
  const w = numbersOf("tables-w");
  expect([w.columns, w.violated, w.fitConverged]).toEqual([15, 15, 0]);
});

test("the introduction and section 5.3 are told apart by the runs", () => {
  const part = partNamed("errata");
  const section = part && runPart(part, { seeds: 20 });
  const verdicts = section?.blocks.flatMap((block) =>
    block.kind === "verdicts" ? block.verdicts : [],
  );
  const outcome = (about: string) => verdicts?.find((verdict) => verdict.about === about)?.outcome;
  expect(outcome("Introduction: the smallest f(w̄)")).toBe("differs");
  expect(outcome("Section 5.3: the smallest f(w̄)")).toBe("agrees");
  expect(outcome("Introduction: the smallest θ(ū, w*)")).toBe("agrees");
});
