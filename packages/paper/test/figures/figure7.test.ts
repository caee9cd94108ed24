import { norm, populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { describe, expect, test } from "vitest";
import { figure, part, sectionOf, verdicts } from "./section-of.ts";

interface Descents {
  readonly runs: readonly { readonly objectives: readonly number[]; readonly limit: number }[];
}

describe("figure7", () => {
  test("begins at f(w⁰) + λP(u⁰) + β/2 ‖w⁰ − u⁰‖² and never rises", () => {
    const section = sectionOf("figure7", 1);
    const random = seededRandom(1);
    const wStar = randomUnitVector(30, random);
    const w = randomUnitVector(30, random);
    const u = l1().prox(w, 0.025);
    const apart = norm(w.map((x, i) => x - u[i]));
    const first = populationLoss({ wStar, patches: 2 }).value(w) + 1e-4 * l1().value(u);
    const { y } = figure(section).panels[0].curves[0];
    expect(y[0]).toBeCloseTo(first + 2e-3 * apart * apart, 15);
    for (const [t, value] of y.entries())
      if (t > 0) expect(value).toBeLessThanOrEqual((y[t - 1] ?? 0) + 1e-15);
  });

  test("says that L_β falls where it does, and would say where it rose", () => {
    const figure7 = part("figure7");
    const tasks = figure7.tasks({ seeds: 2 });
    const results = tasks.map((task) => figure7.run(task));
    const said = (with_: readonly unknown[]) =>
      verdicts(figure7.section(with_, { seeds: 2 })).map(({ outcome }) => outcome);
    expect(said(results)).toEqual(Array(6).fill("agrees"));
    const risen = structuredClone(results) as unknown as { runs: { objectives: number[] }[] }[];
    risen[1].runs[1].objectives[7] = risen[1].runs[1].objectives[6] + 1e-12;
    expect(said(risen)).toEqual(["agrees", "differs", "agrees", "agrees", "agrees", "agrees"]);
  });

  test("the band holds every seed, and the line is their median", () => {
    const figure7 = part("figure7");
    const results = figure7.tasks({ seeds: 3 }).map((task) => figure7.run(task) as Descents);
    const { y, low, high } = figure(figure7.section(results, { seeds: 3 })).panels[0].curves[0];
    const at5 = results[0].runs.map(({ objectives }) => objectives[5]).toSorted((a, b) => a - b);
    expect([low?.[5], y[5], high?.[5]]).toEqual(at5);
  });
});
