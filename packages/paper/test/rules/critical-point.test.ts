import {
  type CriticalPointFinding,
  criticalPoint,
  type LimitRun,
  lossAt,
  type PaperPenalty,
  published,
  publishedParameters,
  table,
} from "@proxkit/paper";
import { describe, expect, test } from "vitest";

const { patches, beta } = publishedParameters;
const PENALTIES: readonly PaperPenalty[] = ["l0", "tl1", "l1"];

/** As the paper would print it. */
const six = (x: number | null) => Number((x ?? Number.NaN).toPrecision(6));

function onRounded({ angleW, angleU, lossU }: LimitRun): CriticalPointFinding {
  const rounded = { angleW: six(angleW), angleU: six(angleU), lossU: six(lossU) };
  return criticalPoint({ ...rounded, patches, beta });
}

test.each(PENALTIES)(
  "eq. (17) holds on the rounded numbers of every converged run: %s",
  (penalty) => {
    for (const { runs } of table({ penalty, seeds: 20 }).columns)
      for (const run of runs) {
        expect(run.converged).toBe(true);
        const { critical, ratios } = onRounded(run);
        expect(critical).toBe(true);
        expect(ratios[1] / ratios[0]).toBeLessThan(1.02); // 6 digits leave little room
      }
  },
);

test.each(PENALTIES)("runs that stopped before they converged are told apart: %s", (penalty) => {
  for (const { runs } of table({ penalty, seeds: 20, maxIterations: 8 }).columns)
    for (const run of runs) expect(onRounded(run).critical).toBe(false);
});

describe("on the printed columns", () => {
  const printed = (penalty: PaperPenalty, column: number) => {
    const at = (row: readonly (number | null)[]) => row[column] ?? Number.NaN;
    const { angleW, angleU, lossU } = published[penalty];
    return criticalPoint({
      angleW: at(angleW),
      angleU: at(angleU),
      lossU: at(lossU),
      patches,
      beta,
    });
  };

  test("the factor of Table 1, d = 10, is that of the sides by hand", () => {
    // left (π − θ)/(2π) sin θ with θ = 0.00875685: 0.0043661
    // right 0.004 ‖ū‖ sin γ with γ = 0.3285372, sin γ = 0.3226600, ‖ū‖ = 0.9453655 (the root of eq. (8)): 0.0012201
    const { left, right, norm, gamma, factor } = printed("l0", 0);
    expect(left).toBeCloseTo(0.0043661, 6);
    expect(norm).toBeCloseTo(0.9453655, 6);
    expect(gamma).toBeCloseTo(0.3285372, 6);
    expect(right).toBeCloseTo(0.0012201, 6);
    expect(factor).toBeCloseTo(3.578, 3);
  });

  test("the larger of the two norms that give f(ū) is above cos γ, where no thresholded vector is", () => {
    // f is convex in the norm, and at most f(ū) between the two
    for (const penalty of PENALTIES)
      for (let column = 0; column < 5; column++) {
        const { angleU, lossU } = published[penalty];
        const [angle, loss] = [angleU[column] ?? Number.NaN, lossU[column] ?? Number.NaN];
        const { gamma, norm } = printed(penalty, column);
        expect(norm).toBeLessThan(Math.cos(gamma));
        expect(lossAt({ angle, norm: Math.cos(gamma), patches })).toBeLessThan(loss);
      }
  });

  test("none is a critical point", () => {
    for (const penalty of PENALTIES)
      for (let column = 0; column < 5; column++)
        expect(printed(penalty, column).critical).toBe(false);
  });
});
