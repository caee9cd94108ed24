import { describe, expect, test } from "vitest";
import { checks, figure, part, sectionOf } from "../figures/section-of.ts";

const seeds = 8;
const section = sectionOf("lemmas", seeds);
const all = checks(section);

describe("lemmas", () => {
  test("all hold but what is wrong as printed", () => {
    const failed = all.filter(({ verdict }) => verdict !== "holds").map(({ name }) => name);
    expect(failed).toEqual([
      "eq. (7), as printed", // f(w*) would not be 0
      "Lemma 5.1.3, as printed", // a slope that rises at once
      "Lemma 5.1.5, as printed, at η = 2/β", // one step past w*
      "proof of Theorem 1, c₂ at θ = 0", // 1/k
      "proof of Theorem 1, below eq. (18)", // where ū is 0
      "proof of Theorem 1, “equilateral triangle”", // two equal sides
      "Lemma 5.2.2, as printed", // x²/2 < λ
      ...[1, 2, 3, 5].map((k) => `Lemma 5.4.1, k = ${k}, the norm`), // beyond ‖w*‖ w must shrink
      "Lemma 5.4.1, the norm: an example",
      "proof of Theorem 2, c₁ < 1", // below the saddle's norm
    ]);
  });

  test("eq. (7) as printed gives ½ − ¼ − 1/(4π) at w*, where f is 0", () => {
    const check = all.find(({ name }) => name === "eq. (7), as printed");
    expect(check?.left).toBeCloseTo(0.25 - 1 / (4 * Math.PI), 14);
  });

  test("Lemma 5.2.2 as printed keeps x = 0.7 at λ = 0.5, where 0 is better: ½ against 0.245", () => {
    const check = all.find(({ name }) => name === "Lemma 5.2.2, as printed");
    expect([check?.left, check?.right]).toEqual([0.5, expect.closeTo(0.245, 15)]);
  });

  test("slack is right less left, and positive only where a check holds", () => {
    for (const { relation, left, right, slack, verdict } of all) {
      if (relation !== "=") expect(slack).toBe(Number(right) - Number(left));
      if (Number(slack) < 0) expect(verdict).toBe("fails");
    }
  });

  test.each([
    [-1 / 2, "holds"],
    [-1 / 3, "fails"],
  ])("data whose deviation falls as m^%f: the slope −1/2 %s", (power, verdict) => {
    const lemmas = part("lemmas");
    const results = lemmas.tasks({ seeds }).map((task) => {
      const result = lemmas.run(task) as { deviations?: number[][] };
      if (!result.deviations) return { checks: [] };
      // a little off the line, so that its slope has an interval
      const row = (sign: number) =>
        Array.from({ length: 9 }, (_, j) => sign * (16 * 2 ** j) ** power * (1 + 0.01 * (-1) ** j));
      return { deviations: result.deviations.map((_, i) => row((-1) ** i)) };
    });
    const made = lemmas.section(results, { seeds });
    const [check] = checks(made);
    expect(check.left).toBeCloseTo(power, 2);
    expect(check.verdict).toBe(verdict);
    expect(figure(made).panels[0].curves[0].y).toHaveLength(9);
  });
});
