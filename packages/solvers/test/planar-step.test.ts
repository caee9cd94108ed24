import { type Loss, norm, type PlanarLoss, populationLoss, seededRandom } from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { type Penalty, scaled, weighted } from "@proxkit/penalty";
import { type RvsmState, rvsm, solve } from "@proxkit/solvers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { population } from "./problems.ts";

const PAPER = { lambda: 1e-4, beta: 4e-3 };

/** The same loss, as one that does not say that it is planar: rvsm takes the general step. */
function hidden({ dimension, value, gradient, valueAndGradient, smoothness }: Loss): Loss {
  return { dimension, value, gradient, valueAndGradient, smoothness };
}

/** (k² − k)/(k² + (π − 1)k): the saddle of Lemma 5.1.1 is this times −w*. */
const saddle = (k: number) => (k * k - k) / (k * k + (Math.PI - 1) * k);

/** Where a step starts, from w* and a random vector v. */
const starts: Record<string, (wStar: Float64Array, v: Float64Array, k: number) => Float64Array> = {
  anywhere: (_, v) => v,
  "w*": (wStar) => wStar.slice(),
  "1e-2 from w*": (wStar, v) => wStar.map((x, i) => x + 1e-2 * v[i]),
  "1e-7 from w*": (wStar, v) => wStar.map((x, i) => x + 1e-7 * v[i]),
  "1e-14 from w*": (wStar, v) => wStar.map((x, i) => x + 1e-14 * v[i]),
  "1e-8 from 3w*/2": (wStar, v) => wStar.map((x, i) => 1.5 * x + 1e-8 * v[i]),
  "−w*": (wStar) => wStar.map((x) => -x),
  "1e-6 from −w*": (wStar, v) => wStar.map((x, i) => 1e-6 * v[i] - x),
  "the saddle": (wStar, _, k) => wStar.map((x) => -saddle(k) * x),
  "1e-5 from the saddle": (wStar, v, k) => wStar.map((x, i) => 1e-5 * v[i] - saddle(k) * x),
  "near 0": (wStar, v) => wStar.map((x, i) => 0.01 * x + 0.1 * v[i]),
};

const penaltiesFor: ((d: number) => Penalty)[] = [
  () => l1(),
  () => l0(),
  () => tl1(),
  () => tl1({ a: 0.05 }),
  () => ({ ...l1() }), // a copy does not say which operator its prox is: no kernel
  () => ({ ...l0() }),
  () => ({ ...tl1() }),
  () => scaled(l0(), 3),
  (d) =>
    weighted(
      l1(),
      new Float64Array(d).map((_, i) => i % 3),
    ),
  (d) => weighted(tl1(), new Float64Array(d).fill(1, 1)), // an intercept
];

const cases = fc.record({
  d: fc.integer({ min: 1, max: 200 }),
  k: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(),
  penaltyFor: fc.constantFrom(...penaltiesFor),
  size: fc.constantFrom(1, 0.2, 1 / 3, 5),
  lambda: fc.constantFrom(0, 1e-4, 1e-2),
  beta: fc.constantFrom(4e-3, 0.3),
  stepSize: fc.constantFrom(1, "safe" as const, 1e-3),
  normalize: fc.boolean(),
});

/** The numbers of a state; the residual as ‖w⁺ − w‖, which is what a step knows to rounding. */
function numbersOf({ residual, scale, stepSize, ...state }: RvsmState): [string, Float64Array][] {
  const moved = scale > 0 ? residual * scale * stepSize : 0; // a run that began at rest has no scale
  const numbers = { ...state, stepSize, moved };
  return Object.entries(numbers).map(([key, x]) => [
    key,
    typeof x === "number" ? Float64Array.of(x) : x,
  ]);
}

describe("rvsm where the loss says that it is planar", () => {
  it.each(Object.keys(starts))("takes the general step to 1e-12, from %s", (start) => {
    fc.assert(
      fc.property(cases, ({ d, k, seed, penaltyFor, size, ...options }) => {
        const random = seededRandom(seed);
        const vector = () => Float64Array.from({ length: d }, () => random.normal());
        const unit = vector();
        const length = norm(unit);
        const wStar = unit.map((x) => (size * x) / length);
        const w0 = starts[start](wStar, vector(), k);
        fc.pre(norm(w0) > 0); // k = 1 has no saddle
        const loss = populationLoss({ wStar, patches: k });
        const given = { penalty: penaltyFor(d), ...options };
        const general = rvsm({ loss: hidden(loss), ...given });
        const fused = rvsm({ loss, ...given });
        const state = general.init(w0);
        for (let t = 0; t < 12; t++) {
          const copy = structuredClone(state);
          const allowed = 1e-12 * Math.max(1, size, norm(state.w) || 0) ** 2;
          general.step(state);
          const expected = numbersOf(state);
          numbersOf(fused.step(copy)).forEach(([key, x], n) => {
            const y = expected[n][1];
            const apart = norm(x.map((xi, i) => (Object.is(xi, y[i]) ? 0 : xi - y[i])));
            expect(apart, `${key} after step ${t + 1}: ${x}, not ${y}`).toBeLessThan(allowed);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([l1(), l0(), tl1(), { ...l1() }, { ...tl1() }])(
    "runs with the general steps to the same limit: $name",
    (penalty) => {
      for (const [d, normalize] of [
        [50, true],
        [50, false],
        [7, true],
      ] as const) {
        const { loss, w0 } = population(d, d);
        const options = { penalty, ...PAPER, normalize };
        const run = { tolerance: 1e-12 };
        const fused = solve(rvsm({ loss, ...options }), w0, run);
        const general = solve(rvsm({ loss: hidden(loss), ...options }), w0, run);
        expect(fused.support).toEqual(general.support);
        expect(norm(fused.w.map((x, i) => x - general.w[i]))).toBeLessThan(1e-10);
        expect(fused.outcome).toBe(general.outcome);
      }
    },
  );

  const { loss, w0 } = population(20, 3);
  const planar = loss.planar as PlanarLoss;

  it("asks the loss for no value and no gradient after the start", () => {
    let asked = 0;
    const counted: Loss = {
      ...hidden(loss),
      valueAndGradient(w, out) {
        asked++;
        return loss.valueAndGradient?.(w, out) ?? 0;
      },
      planar,
    };
    for (const normalize of [true, false]) {
      asked = 0;
      const solver = rvsm({ loss: counted, penalty: l1(), ...PAPER, normalize });
      solve(solver, w0, { maxIterations: 50 });
      expect(asked).toBe(1);
    }
    solve(
      rvsm({ loss: counted, penalty: l1(), ...PAPER, normalize: false }),
      w0.map((x) => x / 1e3),
      {
        maxIterations: 1,
      },
    );
    expect(asked).toBe(4); // so near 0 the step is the general one, from ∇f(w) that is computed again
  });

  it("searches for a step size by values of the loss", () => {
    const broken = { ...planar, evaluate: () => Number.NaN };
    const solver = (more: Partial<Loss>) =>
      rvsm({
        loss: { ...hidden(loss), ...more },
        penalty: l1(),
        ...PAPER,
        stepSize: "backtracking",
      });
    expect(solve(solver({ planar: broken }), w0)).toEqual(solve(solver({}), w0));
  });

  it("does not write to w*, nor follow writes to it", () => {
    const wStar = planar.wStar.slice();
    const given = { ...planar, wStar };
    const solver = rvsm({ loss: { ...hidden(loss), planar: given }, penalty: l1(), ...PAPER });
    const expected = solve(rvsm({ loss, penalty: l1(), ...PAPER }), w0);
    wStar.fill(Number.NaN);
    expect(solve(solver, w0)).toEqual(expected);
    expect(wStar.every(Number.isNaN)).toBe(true);
  });
});
