import { expect, test } from "vitest";
import { counted, genes, matrixOf, planted, plantedSparse } from "../src/data/regression.ts";
import { ratioOf } from "../src/measure/result.ts";
import type { Case, Workload } from "../src/workload.ts";
import { lasso, lassoCase } from "../src/workloads/lasso.ts";
import { pathCase, paths } from "../src/workloads/paths.ts";
import { calmly, measureReal, only } from "./measure-real.ts";

/** Under half of what was seen. */
const claims: readonly { workload: Workload; one: Case; factor: number }[] = [
  { workload: lasso, one: lassoCase(planted(100, 1000, 20), 0.02), factor: 2 },
  { workload: paths, one: pathCase("mcp", planted(400, 100, 10), [20, 0.02]), factor: 1.2 },
];

test.each(claims)(
  "$one.name: coordinate descent is at least $factor times as fast as proximal gradient",
  ({ workload, one, factor }) =>
    calmly(async () => {
      const ours = only(one, "proxkit", "proximal gradient");
      const free = { ...workload, reference: "proxkit" };
      const [result] = await measureReal(free, [ours], { rounds: 3 });
      expect(result.variants.flatMap(({ failure }) => (failure ? [failure] : []))).toEqual([]);
      expect(ratioOf(result, "proximal gradient")).toBeGreaterThan(factor);
    }),
  60_000,
);

test("the genes have columns of mean 0 and variance 1, and a target of mean 0", () => {
  const { m, n, data } = genes(10, 7);
  const { X, y } = data();
  const mean = (x: ArrayLike<number>) => Array.from(x).reduce((sum, xi) => sum + xi, 0) / m;
  expect(mean(y)).toBeCloseTo(0, 12);
  for (let j = 0; j < n; j++) {
    const column = X.subarray(j * m, (j + 1) * m);
    expect(mean(column)).toBeCloseTo(0, 12);
    expect(mean(column.map((x) => x * x))).toBeCloseTo(1, 12);
  }
});

test("sparse data is a sparse matrix of about the density that was asked for", () => {
  const { m, n, data } = plantedSparse(300, 200, 0.05);
  const X = matrixOf(data(), { m, n });
  if (!("starts" in X)) throw new Error("X is dense");
  expect(X.starts).toHaveLength(n + 1);
  expect(X.starts[n]).toBe(X.values.length);
  expect(X.values.length / (m * n)).toBeCloseTo(0.05, 2); // 3000 ± 53
});

test("counts are whole numbers at least 0, and not all alike", () => {
  const y = Array.from(counted(planted(50, 10, 5)).data().y);
  expect(y.every((yi) => Number.isInteger(yi) && yi >= 0)).toBe(true);
  expect(new Set(y).size).toBeGreaterThan(2);
});
