import { expect, test } from "vitest";
import type { CaseResult } from "../src/measure/result.ts";
import { logSlope } from "../src/measure/statistics.ts";
import type { Case, Workload } from "../src/workload.ts";
import { networkCase, networkGradient } from "../src/workloads/network-gradient.ts";
import { prox, proxCase } from "../src/workloads/prox.ts";
import { calmly, measureReal, only } from "./measure-real.ts";

/** Measures ours in all cases together, and holds the exponent of the cost to about 1. */
function growsLikeSize(
  workload: Workload,
  cases: readonly Case[],
  sizeOf: (of: CaseResult) => number,
) {
  return calmly(async () => {
    const results = await measureReal(
      workload,
      cases.map((one) => only(one, "proxkit")),
    );
    const times = results.map(({ variants: [ours] }) => ours.median ?? Number.NaN);
    const slope = logSlope(results.map(sizeOf), times);
    expect(slope, `${times}`).toBeGreaterThan(0.75);
    expect(slope, `${times}`).toBeLessThan(1.25);
  });
}

// X has 400 kB at most: where it leaves a cache, time grows faster than the work
test("the network's gradient costs in proportion to the samples m", () =>
  growsLikeSize(
    networkGradient,
    [25, 50, 100, 200].map((m) => networkCase(m, 256)),
    ({ parameters }) => parameters.m,
  ));

test("the network's gradient costs in proportion to the patch length d", () =>
  growsLikeSize(
    networkGradient,
    [64, 128, 256, 512].map((d) => networkCase(25, 4 * d)),
    ({ parameters }) => parameters.n / parameters.k,
  ));

// of fewer numbers the processor learns by heart which branches they take, and is thrice as fast
const SIZES = [1e5, 2e5, 4e5, 8e5];

test.each(["soft", "hard", "tl1", "top"] as const)(
  "prox, %s, costs in proportion to n",
  (operator) =>
    growsLikeSize(
      prox,
      SIZES.map((n) => proxCase(operator, n)),
      ({ size }) => size,
    ),
);
