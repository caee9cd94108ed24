import { leastSquares, seededRandom } from "@proxkit/core";
import { elasticNet } from "@proxkit/penalties-elastic-net";
import { group } from "@proxkit/penalties-group";
import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import { type Penalty, weighted } from "@proxkit/penalty";
import { coordinateDescent, type PathPoint, solve, solvePath } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { kept, type Sample, sample } from "./regression-problems.ts";

const tall = sample(120, 24, 1);
const zero = new Float64Array(24);
const free = Array.from({ length: 24 }, (_, i) => (i < 2 ? 0 : 1 + (i % 3)));
const GRID = { count: 30, ratio: 1e-3, stop: false, tolerance: 1e-12 } as const;

/** Columns of three sizes that nearly are one: the largest eigenvalue of XᵀX is 1e8 times the least. */
function alike(m: number, d: number): Sample {
  const random = seededRandom(5);
  const rows = Array.from({ length: m }, () => {
    const common = random.normal();
    return Array.from(
      { length: d },
      (_, j) => 10 ** ((j % 3) - 1) * (common + 0.01 * random.normal()),
    );
  });
  const y = Float64Array.from(rows, (row) => row[0] - row[4] + 0.1 * random.normal());
  return { ...tall, m, d, rows, y };
}

/** (f + λP − dual)/f(0) for least squares and an elastic net with that share of l1, from its definition on X. */
function gapOf({ rows, y, m }: Sample, { w, lambda }: PathPoint, share: number): number {
  const r = rows.map((row, i) => row.reduce((z, x, j) => z + x * w[j], 0) - y[i]);
  const pull = Array.from(w, (_, j) => rows.reduce((sum, row, i) => sum + row[j] * r[i], 0) / m);
  const steepest = Math.max(...pull.map(Math.abs));
  const sigma = share === 1 ? Math.min(1, lambda / steepest) : 1;
  const sum = (f: (x: number) => number, of: ArrayLike<number>) =>
    Array.from(of).reduce((total, x) => total + f(x), 0);
  const squares = (x: number) => x * x;
  const primal =
    sum(squares, r) / (2 * m) +
    lambda * (share * sum(Math.abs, w) + ((1 - share) / 2) * sum(squares, w));
  const beyond = (g: number) => Math.max(0, Math.abs(g) - lambda * share) ** 2;
  const bent = share === 1 ? 0 : sum(beyond, pull) / (2 * lambda * (1 - share));
  const conjugate = r.reduce(
    (total, ri, i) => total + ((sigma * ri) ** 2 / 2 + sigma * ri * y[i]) / m,
    0,
  );
  return (primal + conjugate + bent) / (sum(squares, y) / (2 * m));
}

const penalties: readonly [string, Penalty][] = [
  ["l1", l1()],
  ["elastic net", elasticNet({ ratio: 0.5 })],
  ["l1 with free weights", weighted(l1(), free)],
  ["group", group({ size: 3 })],
];
const cases = penalties.flatMap(([name, penalty]) =>
  [false, true].map((weights) => ({ name, penalty, weights })),
);

describe("a path of least squares on columns that are few beside the rows", () => {
  it.each(cases)(
    "has the points that it has on sparse columns, whose inner products nobody keeps: $name, sample weights $weights",
    ({ penalty, weights }) => {
      const dense = [
        ...solvePath({ loss: kept.columns(tall, "squared", weights), penalty, ...GRID }),
      ];
      const sparse = [
        ...solvePath({ loss: kept.sparse(tall, "squared", weights), penalty, ...GRID }),
      ];
      expect(dense).toHaveLength(GRID.count);
      dense.forEach((point, k) => {
        expect(point.outcome).toBe("converged");
        expect(point.objective).toBeCloseTo(sparse[k].objective, 10);
        point.w.forEach((wi, i) => {
          expect(wi).toBeCloseTo(sparse[k].w[i], 5);
        });
      });
      expect(dense.at(-1)?.support.length).toBeGreaterThan(15);
    },
  );

  it.each([
    ["l1", l1(), 1],
    ["elastic net", elasticNet({ ratio: 0.7 }), 0.7],
  ] as const)(
    "tells the gap of X itself, and reaches it where columns are nearly alike: %s",
    (_, penalty, share) => {
      for (const given of [tall, alike(120, 12)]) {
        const loss = leastSquares({ X: given.rows, y: given.y });
        const scale = loss.value(new Float64Array(given.d));
        for (const tolerance of [1e-4, 1e-9])
          for (const point of solvePath({ loss, penalty, ...GRID, tolerance })) {
            expect(point.outcome).toBe("converged");
            const gap = gapOf(given, point, share);
            expect(gap).toBeLessThan(tolerance + 1e-14);
            expect(Math.abs((point.gap ?? Number.NaN) / scale - gap)).toBeLessThan(1e-14);
          }
      }
    },
  );

  it("gives way to steps on X where descent by inner products would take for ever", () => {
    const given = alike(200, 40);
    const loss = leastSquares({ X: given.rows, y: given.y });
    const began = performance.now();
    const points = [...solvePath({ loss, penalty: l1(), ...GRID, ratio: 1e-6, tolerance: 1e-9 })];
    expect(performance.now() - began).toBeLessThan(4000); // some 30 ms
    for (const { outcome, iterations } of points) {
      expect(outcome).toBe("converged");
      expect(iterations).toBeLessThan(20);
    }
  });
});

describe("a path", () => {
  /** The steps of runs that begin at the solution before, each with the working set of a path. */
  function oneByOne(given: Sample, penalty: Penalty): { steps: number; objectives: number[] } {
    const loss = kept.columns(given, "squared");
    let w: Float64Array = new Float64Array(given.d);
    let [steps, previousLambda] = [0, Number.POSITIVE_INFINITY];
    const objectives: number[] = [];
    for (const { lambda } of solvePath({ loss, penalty, count: 100, ratio: 1e-3, stop: false })) {
      const solver = coordinateDescent({ loss, penalty, lambda, previousLambda });
      const run = solve(solver, w, { tolerance: 1e-6 });
      [w, previousLambda] = [run.w, lambda];
      steps += run.iteration;
      objectives.push(run.objective);
    }
    return { steps, objectives };
  }

  it.each([tall, sample(30, 60, 2)])(
    "looks ahead: it takes fewer steps than runs that begin at the solution before ($m × $d)",
    (given) => {
      const { steps, objectives } = oneByOne(given, l1());
      const loss = kept.columns(given, "squared");
      const grid = { count: 100, ratio: 1e-3, stop: false, tolerance: 1e-6 } as const;
      const points = [...solvePath({ loss, penalty: l1(), ...grid })];
      const own = points.reduce((sum, { iterations }) => sum + iterations, 0);
      expect(own).toBeLessThan(0.9 * steps);
      const scale = loss.value(new Float64Array(given.d));
      points.forEach(({ objective }, k) => {
        expect(Math.abs(objective - objectives[k])).toBeLessThan(1e-6 * scale);
      });
    },
  );

  it.each([
    ["l1", l1()],
    ["mcp", mcp({ gamma: 3 })],
    ["group", group({ size: 3 })],
  ] as const)(
    "has the same bits whatever else is done with its loss, or with its points, on the way: %s",
    (_, penalty) => {
      for (const what of ["squared", "logistic"] as const) {
        const grid = { penalty, count: 8, ratio: 0.1, stop: false } as const;
        const alone = [...solvePath({ loss: kept.columns(tall, what), ...grid })];
        const loss = kept.columns(tall, what);
        let k = 0;
        for (const { w, objective } of solvePath({ loss, ...grid })) {
          expect(Array.from(w)).toEqual(Array.from(alone[k].w));
          expect(objective).toBe(alone[k++].objective);
          w.fill(Number.NaN);
          solve(coordinateDescent({ loss, penalty: elasticNet(), lambda: 0.05 }), zero);
        }
        expect(k).toBe(8);
      }
    },
  );

  it("stays where it began when no step is allowed", () => {
    const loss = kept.columns(tall, "squared");
    const points = [...solvePath({ loss, penalty: l1(), count: 3, maxIterations: 0 })];
    expect(points.map(({ outcome, support }) => [outcome, ...support])).toEqual(
      Array(3).fill(["maxIterations"]),
    );
    for (const { objective } of points) expect(objective).toBe(loss.value(zero));
  });
});
