import { randomUnitVector, seededRandom } from "@proxkit/core";
import { describe, expect, test } from "vitest";
import { blocks, figure, sectionOf } from "./section-of.ts";

const seeds = 3;
const section = sectionOf("trade-off", seeds);

describe("trade-off", () => {
  test("every penalty cuts the entries of w* that are below the threshold they share", () => {
    const [{ rows }] = blocks(section, "table");
    const truths = Array.from({ length: seeds }, (_, i) =>
      randomUnitVector(30, seededRandom(i + 1)),
    );
    const median = (threshold: number) =>
      truths
        .map((w) => w.filter((x) => Math.abs(x) < threshold).length)
        .toSorted((a, b) => a - b)[1];
    for (const row of rows)
      for (const [i, threshold] of [0.06, 0.12, 0.21, 0.3].entries()) {
        // w̄ is within 0.01 of w*: Table 1's largest angle is below that
        expect(row[1 + 2 * i]).toBeGreaterThanOrEqual(median(threshold - 0.01));
        expect(row[1 + 2 * i]).toBeLessThanOrEqual(median(threshold + 0.01));
      }
  });

  test("l0 finds a sparse w* to rounding while its threshold is below w*'s smallest entry", () => {
    const l0 = figure(section).panels[1].curves.find(({ label }) => label === "l0");
    // six entries in [0.5, 1.5] before they are scaled: the smallest is at least 0.5/√(0.5² + 5·1.5²) = 0.147
    expect(l0?.x.slice(0, 4).every((threshold) => threshold < 0.147)).toBe(true);
    for (const theta of l0?.y.slice(0, 4) ?? []) expect(theta).toBeLessThan(1e-10);
  });
});
