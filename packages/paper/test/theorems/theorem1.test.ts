import { populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { certifyRvsm, rvsmLimit, solve, watchRvsm } from "@proxkit/solvers";
import { describe, expect, test } from "vitest";
import { blocks, checks, sectionOf } from "../figures/section-of.ts";

const seeds = 8;
const section = sectionOf("theorem1", seeds);
const [safe, one, instances] = blocks(section, "table");
const cell = (name: string, column: string) =>
  instances.rows.find((row) => row[0] === name)?.[instances.head.indexOf(column)];

describe("theorem1", () => {
  test("every check holds on every random instance inside the hypotheses", () => {
    for (const [name, inside] of instances.rows) {
      const [holds, of] = String(inside).split(" of ");
      if (name !== "Corollary 1.1: threshold") expect([name, holds]).toEqual([name, of]);
    }
    expect(blocks(section, "text")[0].text).toContain("every conclusion holds.");
  });

  test.each([
    ["β too large", "Theorem 1: β"],
    ["λ/β > 1/√d", "Theorem 1: λ/β"],
    ["start near −w*", "Theorem 1: start"],
    ["η too large", "Theorem 1: η"],
  ])("the column %s breaks that hypothesis in every instance", (column, name) => {
    expect(cell(name, column)).toBe(`0 of ${seeds}`);
    expect(cell(name, "all hypotheses")).toBe(`${seeds} of ${seeds}`);
  });

  test("every run of the paper's settings is counted once for each check", () => {
    const runs = Math.ceil(seeds / 4) * 5 * 3;
    for (const { rows } of [safe, one])
      for (const [name, , holds, fails, not] of rows)
        expect(Number(holds) + Number(fails) + Number(not)).toBe(
          name === "Corollary 1.1: threshold" ? (runs / 3) * 2 : runs,
        );
    expect(safe.rows[0].slice(2, 5)).toEqual([runs, 0, 0]); // η ≤ 1/(β + L)
    expect(one.rows[0].slice(2, 5)).toEqual([0, runs, 0]); // η = 1 is above it
  });

  test("the certificate shown is that of certifyRvsm on the run it names", () => {
    const random = seededRandom(1);
    const wStar = randomUnitVector(30, random);
    const loss = populationLoss({ wStar, patches: 2 });
    const options = { penalty: l1(), lambda: 1e-4, beta: 4e-3, wStar };
    const watch = watchRvsm({ loss, ...options });
    const ended = solve(watch.solver, randomUnitVector(30, random), { tolerance: 1e-12 });
    const certificate = certifyRvsm({
      ...options,
      normalize: true,
      dimension: 30,
      patches: 2,
      lossKind: "population",
      smoothness: loss.smoothness,
      steps: watch.steps(),
      limit: rvsmLimit(ended),
    });
    expect(checks(section)).toEqual(certificate.checks);
  });
});
