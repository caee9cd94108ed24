import { angle } from "@proxkit/core";
import { type PaperPenalty, publishedColumns, quantityNames, table } from "@proxkit/paper";
import { expect, test } from "vitest";

const PENALTIES: readonly PaperPenalty[] = ["l0", "tl1", "l1"];

test.each(PENALTIES)(
  "every run reaches a point where eq. (17) holds to rounding: %s",
  (penalty) => {
    for (const { runs } of table({ penalty, seeds: 20 }).columns)
      for (const { converged, gap17 } of runs) {
        expect(converged).toBe(true);
        expect(gap17).toBeLessThan(1e-11);
      }
  },
);

test("has the paper's columns, and published numbers at the paper's parameters only", () => {
  const paper = table({ penalty: "tl1", seeds: 2 });
  expect(paper.columns.map(({ d }) => d)).toEqual(publishedColumns);
  expect(paper.columns[1].cells.angleU.published).toBe(1.42955e-1);
  expect(paper.columns[0].cells.zerosU.published).toBeNull();
  const others = [{ lambda: 2e-4 }, { beta: 1e-3 }, { patches: 3 }, { a: 2 }, { d: [15] }];
  for (const other of others)
    expect(
      table({ penalty: "tl1", seeds: 2, d: [20], ...other }).columns[0].cells.angleU.published,
    ).toBeNull();
  expect(
    table({ penalty: "l1", seeds: 2, d: [20], a: 2 }).columns[0].cells.angleU.published,
  ).not.toBeNull();
});

test("more seeds are the same runs and more, to the bit", () => {
  const [few] = table({ penalty: "l1", d: [12], seeds: 3 }).columns;
  const [more] = table({ penalty: "l1", d: [12], seeds: 5 }).columns;
  expect(more.runs.slice(0, 3)).toEqual(few.runs);
});

test("mean, deviation and range are those of the runs", () => {
  const [{ cells, runs }] = table({ penalty: "l0", d: [10], seeds: 4 }).columns;
  const zeros = runs.map(({ zerosU }) => zerosU ?? Number.NaN);
  const mean = (zeros[0] + zeros[1] + zeros[2] + zeros[3]) / 4;
  const squares = zeros.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  expect(cells.zerosU.mean).toBeCloseTo(mean, 14);
  expect(cells.zerosU.sd).toBeCloseTo(Math.sqrt(squares / 3), 14);
  expect([cells.zerosU.min, cells.zerosU.max]).toEqual([Math.min(...zeros), Math.max(...zeros)]);
});

test("the limit of l1 does not depend on start, step or a closer stop", () => {
  // the prox of l1 is continuous, and the start is never opposite to w*
  const options = { penalty: "l1", d: [10], seeds: 10 } as const;
  const [{ runs }] = table(options).columns;
  for (const choice of [
    { start: "near −w*" },
    { start: "w*" },
    { stepSize: 0.5 },
    { stepSize: "safe" },
    { tolerance: 1e-13 },
  ] as const) {
    const [other] = table({ ...options, ...choice }).columns;
    other.runs.forEach((run, i) => {
      for (const name of quantityNames)
        expect(Math.abs((run[name] ?? 0) - (runs[i][name] ?? 0)), name).toBeLessThan(1e-10);
    });
  }
});

test("counts runs whose ū is 0, and leaves their angle out", () => {
  const [{ cells, runs }] = table({ penalty: "l0", d: [200], seeds: 10 }).columns;
  const dead = runs.filter(({ zerosU }) => zerosU === 200);
  expect(dead.length).toBeGreaterThan(0); // all entries below √0.05 = 0.22 is usual where 1/√d = 0.07
  expect(cells.angleU.undefined).toBe(dead.length);
  expect(cells.lossUnitU.undefined).toBe(dead.length);
  expect(cells.lossU.undefined).toBe(0);
});

test("a start near −w* is within 0.1 radians of it, as one step of size 0 shows", () => {
  const [{ runs }] = table({
    penalty: "l1",
    d: [30],
    seeds: 10,
    start: "near −w*",
    maxIterations: 0,
  }).columns;
  for (const { angleW } of runs) expect(Math.PI - (angleW ?? 0)).toBeLessThan(0.1);
  const [{ runs: truth }] = table({
    penalty: "l1",
    d: [30],
    seeds: 2,
    start: "w*",
    maxIterations: 0,
  }).columns;
  expect(truth[0].angleW).toBe(angle(Float64Array.of(1), Float64Array.of(1)));
});

test("refuses a column of one entry, and a single seed", () => {
  expect(() => table({ penalty: "l1", d: [1] })).toThrow(
    "table: d must be a whole number, 2 or more, received 1",
  );
  expect(() => table({ penalty: "l1", seeds: 1 })).toThrow("table: seeds must be");
  expect(() => table({ penalty: "l1", seeds: Number.NaN })).toThrow("table: seeds must be");
  expect(() => table({ penalty: "l1", seeds: 2, lambda: Number.NaN })).toThrow(RangeError);
});
