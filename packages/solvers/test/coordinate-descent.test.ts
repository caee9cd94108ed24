import {
  huber,
  leastSquares,
  linearLoss,
  multinomial,
  type Pointwise,
  poisson,
  seededRandom,
} from "@proxkit/core";
import { box } from "@proxkit/penalties-box";
import { elasticNet } from "@proxkit/penalties-elastic-net";
import { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import { scad } from "@proxkit/penalties-scad";
import { tl1 } from "@proxkit/penalties-tl1";
import { type Penalty, type SeparablePenalty, separablePenalty, weighted } from "@proxkit/penalty";
import {
  coordinateDescent,
  lambdaMax,
  loadState,
  proximalGradient,
  saveState,
  solve,
} from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { diabetes, population } from "./problems.ts";
import { derivatives, kept, sample } from "./regression-problems.ts";

const TIGHT = { tolerance: 1e-13, maxIterations: 500 };
const tall = sample(60, 24, 1);
const wide = sample(25, 60, 2);
const largest = (values: Iterable<number>) => Math.max(...Array.from(values, Math.abs));

describe.each(Object.keys(kept))("coordinateDescent on data kept by %s", (layout) => {
  const cases = (["squared", "logistic"] as const).flatMap((what) =>
    [false, true].flatMap((weights) =>
      [tall, wide].map((given) => ({ what, weights, given, size: `${given.m} × ${given.d}` })),
    ),
  );

  it.each(cases)(
    "satisfies the lasso's conditions to 1e-9: $what, $size, sample weights $weights",
    ({ what, weights, given }) => {
      const loss = kept[layout](given, what, weights);
      const zero = new Float64Array(given.d);
      const lambda = 0.1 * largest(loss.gradient(zero));
      const { outcome, w, support } = solve(
        coordinateDescent({ loss, penalty: l1(), lambda }),
        zero,
        TIGHT,
      );
      expect(outcome).toBe("converged");
      expect(support.length).toBeGreaterThan(0);
      expect(support.length).toBeLessThan(given.d);
      const { gradient } = derivatives(given, what, weights, w);
      w.forEach((wi, i) => {
        if (wi === 0) expect(Math.abs(gradient[i])).toBeLessThanOrEqual(lambda * (1 + 1e-9));
        else expect(Math.abs(gradient[i] + lambda * Math.sign(wi))).toBeLessThan(1e-9 * lambda);
      });
    },
  );

  const nonconvex: readonly SeparablePenalty[] = [mcp({ gamma: 3 }), scad(), tl1(), l0()];

  it.each(
    nonconvex.flatMap((penalty) =>
      cases
        // where samples are fewer than weights, a logistic loss that few weights separate has no minimum
        .filter(({ what, given }) => what === "squared" || given === tall)
        .map((c) => ({ ...c, penalty, name: penalty.name })),
    ),
  )(
    "rests where no coordinate can gain alone: $name, $what, $size, sample weights $weights",
    ({ penalty, what, weights, given }) => {
      const loss = kept[layout](given, what, weights);
      const zero = new Float64Array(given.d);
      const lambda = 0.02 * largest(loss.gradient(zero));
      const solver = coordinateDescent({ loss, penalty, lambda });
      const { outcome, w, objective } = solve(solver, zero, TIGHT);
      expect(outcome).toBe("converged");
      expect(w.some((x) => x !== 0)).toBe(true);
      expect(objective).toBeCloseTo(loss.value(w) + lambda * penalty.value(w), 12);
      const at = (i: number, x: number) => {
        const moved = w.slice();
        moved[i] = x;
        return loss.value(moved) + lambda * penalty.value(moved);
      };
      const size = largest(w) || 1;
      const { curvature } = derivatives(given, what, weights, w);
      w.forEach((wi, i) => {
        // along one coordinate a quadratic loss is the quadratic of the prox: its minimum is global
        const near = what === "squared" ? 1 : 1e-3;
        for (const step of [-2, -1, -0.5, -1e-3, 1e-3, 0.5, 1, 2]) {
          const x = wi + near * step * size;
          expect(at(i, x), `${i}: ${wi} to ${x}`).toBeGreaterThanOrEqual(objective - 1e-12);
        }
        if (what === "squared")
          expect(at(i, 0), `${i} to 0`).toBeGreaterThanOrEqual(objective - 1e-12);
        expect(curvature[i]).toBeGreaterThan(0);
      });
    },
  );

  it("has the same objective as proximal gradient for convex penalties", () => {
    const weights = Array.from({ length: tall.d }, (_, i) => (i < 2 ? 0 : 1 + (i % 3)));
    const penalties: readonly Penalty[] = [
      l1(),
      elasticNet({ ratio: 0.3 }),
      elasticNet({ ratio: 0 }),
      group({ size: 3 }),
      group({
        groups: [
          [0, 5, 7],
          [1],
          [2, 3, 4, 6],
          [8, 9, 10, 11, 12],
          [13, 14, 15, 16, 17, 18, 19, 20, 21, 22],
        ],
      }),
      weighted(l1(), weights),
      weighted(elasticNet(), weights),
    ];
    for (const penalty of penalties)
      for (const what of ["squared", "logistic"] as const) {
        const loss = kept[layout](tall, what, true);
        const zero = new Float64Array(tall.d);
        const lambda = 0.05 * largest(loss.gradient(zero));
        const run = solve(coordinateDescent({ loss, penalty, lambda }), zero, TIGHT);
        const slow = solve(proximalGradient({ loss, penalty, lambda }), zero, {
          tolerance: 1e-12,
          maxIterations: 100_000,
        });
        expect(run.outcome, `${penalty.name} ${what}`).toBe("converged");
        expect(Math.abs(run.objective - slow.objective)).toBeLessThan(1e-11 * slow.objective);
        expect(run.objective).toBeCloseTo(loss.value(run.w) + lambda * penalty.value(run.w), 12);
      }
  });
});

describe("the duality gap", () => {
  it.each([
    ["l1", l1()],
    ["elastic net", elasticNet()],
    ["group", group({ size: 4 })],
    [
      "l1 with free coordinates",
      weighted(
        l1(),
        Array.from({ length: 24 }, (_, i) => i % 2),
      ),
    ],
  ] as const)("bounds what the objective is above its minimum: %s", (_, penalty) => {
    for (const what of ["squared", "logistic"] as const) {
      const loss = kept.columns(tall, what, true);
      const zero = new Float64Array(tall.d);
      const lambda = 0.03 * largest(loss.gradient(zero));
      const solver = coordinateDescent({ loss, penalty, lambda });
      const least = solve(solver, zero, TIGHT).objective;
      const state = solver.init(zero);
      const gaps: number[] = [];
      for (let n = 0; n < 6; n++) {
        expect(state.gap).toBeGreaterThanOrEqual((state.objective - least) * (1 - 1e-9) - 1e-15);
        gaps.push(state.gap);
        solver.step(state);
      }
      expect(gaps.at(-1)).toBeLessThan(1e-3 * gaps[0]);
    }
  });

  it("does not vanish before the minimum where λ = 0 leaves all coordinates free", () => {
    const loss = kept.columns(tall, "squared");
    const zero = new Float64Array(tall.d);
    const solver = coordinateDescent({ loss, penalty: l1(), lambda: 0 });
    const { outcome, objective } = solve(solver, zero, TIGHT);
    expect(outcome).toBe("converged");
    const state = solver.init(zero);
    expect(state.gap).toBeGreaterThanOrEqual(state.objective - objective);
    expect(state.objective).toBeGreaterThan(1.1 * objective);
  });

  it("is unknown for a penalty that is not convex, or whose conjugate nobody stated", () => {
    const loss = kept.rows(tall, "squared");
    const { value, prox, threshold } = l1().scalar;
    const bare = separablePenalty({ name: "bare", convex: true, value, prox, threshold });
    for (const penalty of [mcp({ gamma: 3 }), bare]) {
      const solver = coordinateDescent({ loss, penalty, lambda: 0.1 });
      expect(solver.init(new Float64Array(tall.d)).gap).toBeNaN();
      expect(solver.settings.stop).toBe("fixed point");
    }
    expect(coordinateDescent({ loss, penalty: l1() }).settings.stop).toBe("duality gap");
  });
});

describe("coordinateDescent", () => {
  it("finds the known lasso solutions of the diabetes data", () => {
    const { loss, solutions } = diabetes();
    for (const { lam, w: known, objective } of solutions) {
      const solver = coordinateDescent({ loss, penalty: l1(), lambda: lam });
      const run = solve(solver, new Float64Array(10), TIGHT);
      expect(Math.abs(run.objective / objective - 1)).toBeLessThan(1e-12);
      run.w.forEach((wi, i) => {
        expect(Math.abs(wi - known[i])).toBeLessThan(1e-7 * largest(known));
      });
    }
  });

  it.each(["squared", "logistic"] as const)(
    "is where it was after a prox of third parties has thrown: %s",
    (what) => {
      const { value, prox, threshold } = l1().scalar;
      let left = Number.POSITIVE_INFINITY;
      const fragile = separablePenalty({
        name: "fragile",
        convex: true,
        value,
        prox(v, t) {
          if (left-- <= 0) throw new Error("not now");
          return prox(v, t);
        },
        threshold,
      });
      const loss = kept.columns(tall, what);
      const zero = new Float64Array(tall.d);
      const lambda = 0.05 * largest(loss.gradient(zero));
      const solver = coordinateDescent({ loss, penalty: fragile, lambda });
      const state = solver.init(zero);
      solver.step(state);
      const saved = saveState(solver, state);
      solver.step(state);
      for (let calls = 0; calls < 200; calls++) {
        const [again, after] = [loadState(solver, saved), loadState(solver, saved)];
        left = calls; // in the midst of a step
        expect(() => {
          for (let n = 0; n < 100; n++) solver.step(again);
        }).toThrow("not now");
        left = Number.POSITIVE_INFINITY;
        solver.step(after);
        expect(after.w).toEqual(state.w);
        expect(after.gap).toBe(state.gap);
      }
    },
  );

  it("tells two penalties on one loss apart, at one point and for one λ", () => {
    const loss = kept.columns(tall, "squared");
    const zero = new Float64Array(tall.d);
    const lambda = 0.2 * largest(loss.gradient(zero));
    const twice = weighted(l1(), new Float64Array(tall.d).fill(2));
    const violationOf = (penalty: Penalty) =>
      coordinateDescent({ loss, penalty, lambda }).init(zero).violation;
    expect(violationOf(l1())).toBeCloseTo(4 * lambda, 12);
    expect(violationOf(twice)).toBeCloseTo(3 * lambda, 12);
  });

  it("takes a penalty and a loss of third parties, by their scalar functions alone", () => {
    const { value, prox, threshold } = l1().scalar;
    const foreign = separablePenalty({ name: "theirs", convex: true, value, prox, threshold });
    const squared: Pointwise = {
      value: (z, y) => (z - y) ** 2 / 2,
      slope: (z, y) => z - y,
      curvature: () => 1,
    };
    const { rows: X, y, d } = tall;
    const theirs = linearLoss({ name: "theirs", X, y, pointwise: squared });
    const lambda = 0.2;
    const run = (loss: typeof theirs, penalty: Penalty) =>
      solve(coordinateDescent({ loss, penalty, lambda }), new Float64Array(d), TIGHT);
    const ours = run(leastSquares({ X, y }), l1());
    for (const { outcome, objective, w } of [run(theirs, foreign), run(theirs, l1())]) {
      expect(outcome).toBe("converged");
      expect(objective).toBeCloseTo(ours.objective, 11);
      w.forEach((wi, i) => {
        expect(wi).toBeCloseTo(ours.w[i], 8);
      });
    }
  });

  const counts = tall.y.map((target) => Math.max(0, Math.round(target + 2)));
  const classes = tall.y.map((target) => (target < 0 ? 0 : target < 2 ? 1 : 2));
  const X = tall.rows.map((row) => row.map((x) => x / 4));
  const { weights } = tall;

  it.each([
    ["huber", huber({ X, y: tall.y, delta: 0.7, weights }), [l1(), group({ size: 4 })]],
    ["poisson", poisson({ X, y: counts, weights }), [l1(), elasticNet(), group({ size: 3 })]],
    ["multinomial", multinomial({ X, y: classes, weights }), [l1(), group({ size: 3 })]],
    [
      "multinomial with an intercept",
      multinomial({ X: X.map((row) => [1, ...row]), y: classes }),
      [
        weighted(
          l1(),
          Array.from({ length: 75 }, (_, i) => (i < 3 ? 0 : 1)),
        ),
      ],
    ],
  ] as const)("minimises %s, to where proximal gradient comes", (_, loss, penalties) => {
    for (const penalty of penalties) {
      const zero = new Float64Array(loss.dimension);
      const lambda = 0.05 * largest(loss.gradient(zero));
      const run = solve(coordinateDescent({ loss, penalty, lambda }), zero, TIGHT);
      const slow = solve(proximalGradient({ loss, penalty, lambda }), zero, {
        tolerance: 1e-9,
        maxIterations: 20_000,
      });
      expect(run.outcome, penalty.name).toBe("converged");
      expect(run.iteration).toBeLessThan(40);
      expect(run.support.length).toBeGreaterThan(0);
      expect(Math.abs(run.objective - slow.objective)).toBeLessThan(1e-10);
      expect(run.state.gap).toBeLessThan(1e-12);
    }
  });

  it("keeps to the sign that a penalty with bounds allows", () => {
    const loss = kept.rows(tall, "squared");
    const penalty = box({ lower: 0, penalty: l1() }) as SeparablePenalty;
    const { w, outcome } = solve(
      coordinateDescent({ loss, penalty, lambda: 0.05 }),
      new Float64Array(tall.d),
      TIGHT,
    );
    expect(outcome).toBe("converged");
    const { gradient } = derivatives(tall, "squared", false, w);
    expect(w.some((wi) => wi > 0)).toBe(true);
    w.forEach((wi, i) => {
      if (wi === 0) expect(gradient[i]).toBeGreaterThanOrEqual(-0.05 - 1e-9);
      else expect(gradient[i]).toBeCloseTo(-0.05, 9);
      expect(wi).toBeGreaterThanOrEqual(0);
    });
  });

  it("takes columns of zeros, columns twice, and λ = 0", () => {
    const X = tall.rows.map((row) => [0, ...row.slice(0, 6), row[0], 0]);
    const loss = leastSquares({ X, y: tall.y });
    for (const lambda of [0, 0.1]) {
      const run = solve(coordinateDescent({ loss, penalty: l1(), lambda }), new Float64Array(9), {
        ...TIGHT,
        tolerance: 1e-10,
      });
      expect(run.outcome).toBe("converged");
      expect([run.w[0], run.w[8]]).toEqual([0, 0]);
      const gradient = loss.gradient(run.w);
      expect(largest(gradient)).toBeLessThan(lambda + 1e-4);
    }
  });

  it("is at rest at once where all is explained by 0", () => {
    const loss = leastSquares({ X: [[1], [2]], y: [0, 0] });
    const { outcome, w } = solve(coordinateDescent({ loss, penalty: l1() }), new Float64Array(1));
    expect([outcome, ...w]).toEqual(["converged", 0]);
  });

  it.each([l1(), mcp({ gamma: 3 })])(
    "goes on from a saved state with the same bits: $name",
    (penalty) => {
      for (const what of ["squared", "logistic"] as const) {
        const loss = kept.columns(wide, what);
        const zero = new Float64Array(wide.d);
        const lambda = 0.1 * lambdaMax({ loss, penalty });
        const solver = coordinateDescent({ loss, penalty, lambda });
        const whole = solve(solver, zero, TIGHT);
        const half = solve(solver, zero, { ...TIGHT, maxIterations: 2 });
        const text = saveState(solver, half.state);
        const afresh = coordinateDescent({ loss: kept.columns(wide, what), penalty, lambda });
        const resumed = solve(afresh, loadState(afresh, text), TIGHT);
        expect(resumed.iteration).toBe(whole.iteration);
        expect(Array.from(resumed.w)).toEqual(Array.from(whole.w));
        expect(resumed.objective).toBe(whole.objective);
      }
    },
  );

  it("needs fewer sweeps with Anderson acceleration, and comes to the same point", () => {
    const loss = kept.columns(sample(80, 40, 5), "squared");
    const zero = new Float64Array(40);
    const run = (accelerate: boolean) =>
      solve(coordinateDescent({ loss, penalty: l1(), lambda: 1e-3, accelerate }), zero, TIGHT);
    expect(run(true).objective).toBeCloseTo(run(false).objective, 12);
  });

  it.each([l1(), elasticNet({ ratio: 0.9 }), mcp({ gamma: 3 })])(
    "is not held up by columns that are nearly alike: $name",
    (penalty) => {
      const random = seededRandom(34);
      const rows = Array.from({ length: 44 }, () => {
        const common = random.normal();
        return Array.from(
          { length: 58 },
          (_, j) => 10 ** ((j % 3) - 1) * (common + 0.03 * random.normal()),
        );
      });
      const y = rows.map((row) => row[0] - 0.1 * row[3] + random.normal());
      const loss = leastSquares({ X: rows, y });
      const zero = new Float64Array(58);
      const lambda = (penalty.traits.convex ? 1e-3 : 1e-2) * largest(loss.gradient(zero));
      const solver = coordinateDescent({ loss, penalty, lambda, stop: "fixed point" });
      const began = performance.now();
      const run = solve(solver, zero, { tolerance: 1e-10, maxIterations: 60 });
      expect(run.outcome).toBe("converged");
      expect(performance.now() - began).toBeLessThan(4000); // a few ms; without Newton steps it does not end
    },
  );

  it("names what is missing: of the loss, of the penalty, of the arguments", () => {
    const { loss } = population(5, 1);
    const linear = kept.rows(tall, "squared");
    const fails = (options: Parameters<typeof coordinateDescent>[0], message: string) =>
      expect(() => coordinateDescent(options)).toThrow(`coordinateDescent: ${message}`);
    fails({ loss, penalty: l1() }, "loss must see w through products Xw only (have `linear`)");
    const vector: Penalty = { ...l1(), scalar: undefined } as never;
    fails(
      { loss: linear, penalty: vector },
      "penalty must be separable (have `scalar`), weighted (`base`) or on groups (`grouped`), received l1",
    );
    fails(
      { loss: linear, penalty: weighted(l1(), [1]) },
      "penalty must have 24 weights, received 1",
    );
    fails({ loss: linear, penalty: l1(), lambda: -1 }, "lambda must be a finite number at least 0");
    const solver = coordinateDescent({ loss: linear, penalty: l1() });
    expect(() => solver.init(new Float64Array(3))).toThrow("w0 must have length 24");
  });
});
