import { populationLoss } from "@proxkit/core";
import {
  type EngineName,
  type PlanarOperator,
  type PlanarPassOptions,
  type PlanarVectors,
  planarPass,
} from "@proxkit/kernels";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { anyNumber, bits, engines, numbers } from "./samples.ts";

/** The penalties that say which operator their prox is: this holds them to it. */
const penalties: readonly (readonly [string, SeparablePenalty])[] = [
  ["l1", l1()],
  ["l0", l0()],
  ["tl1, a = 1", tl1()],
  ["tl1, a = 0.01", tl1({ a: 0.01 })],
  ["tl1, a = 100", tl1({ a: 100 })],
];

function operatorOf(penalty: SeparablePenalty, t: number): PlanarOperator {
  const operator = penalty.kernel?.(t);
  if (operator === undefined) throw new Error(`${penalty.name} says nothing of its prox`);
  return operator;
}

const ETA = 0.3;
const BETA = 0.7;
const lengths = [...Array.from({ length: 20 }, (_, i) => i + 1), 63, 64, 65, 1000, 4099];

interface Start {
  readonly w: Float64Array;
  readonly gradient: Float64Array;
  readonly wStar: Float64Array;
}

function start(n: number): Start {
  const [w, gradient, wStar] = [1, 2, 3].map((seed) => numbers(n, seed));
  return { w, gradient, wStar };
}

function opened(options: PlanarPassOptions, { w, gradient }: Start): PlanarVectors {
  const run = planarPass(options).open();
  run.w.set(w);
  run.gradient.set(gradient);
  return run;
}

const sum = (x: Float64Array) => x.reduce((total, xi) => total + xi, 0);
const product = (x: Float64Array, y: Float64Array) => sum(x.map((xi, i) => xi * y[i]));
const minus = (x: Float64Array, y: Float64Array) => x.map((xi, i) => xi - y[i]);

describe.each(penalties)("a planar pass with the operator of %s", (_, penalty) => {
  it.each(engines)("is the two halves of the formula, for any length (%s)", (engine) => {
    for (const [i, n] of lengths.entries()) {
      const from = start(n);
      const { wStar } = from;
      const normalize = i % 2 === 0;
      const shrink = normalize ? 1 / Math.sqrt(product(wStar, wStar)) : 1;
      const centre = wStar.map((x) => x * shrink);
      const given = { wStar, normalize, beta: BETA, operator: operatorOf(penalty, 0.05), engine };
      const run = opened(given, from);
      const within = (got: number, wanted: number) =>
        expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-15 * n * n);

      run.depart(ETA);
      const u = penalty.prox(from.w, 0.05);
      const hat = from.w.map((w, i) => w - ETA * (from.gradient[i] + BETA * (w - u[i])));
      const beyond = minus(hat, centre);
      expect(bits(run.u)).toEqual(bits(u));
      within(run.sums[0], product(beyond, beyond));
      within(run.sums[1], product(beyond, centre));
      within(run.sums[2], penalty.value(u));
      expect(run.w).toEqual(from.w);

      run.arrive(0.9, -0.2, 1.3);
      const w = hat.map((x) => 0.9 * x);
      expect(run.w).toEqual(w);
      expect(run.gradient).toEqual(w.map((x, i) => -0.2 * x + 1.3 * (x - wStar[i])));
      const [step, gap] = [minus(w, from.w), minus(w, u)];
      within(run.sums[0], product(step, step));
      within(run.sums[1], product(gap, gap));
      expect(run.u).toEqual(u);
    }
  });

  it("has the same bits in both engines, step after step", () => {
    for (const n of lengths) {
      const results = engines.map((engine) => {
        const from = start(n);
        const run = opened(
          { ...from, beta: BETA, operator: operatorOf(penalty, 0.05), engine },
          from,
        );
        const seen: number[] = [];
        for (let t = 0; t < 3; t++) {
          run.depart(ETA);
          seen.push(...run.sums, ...run.u);
          run.arrive(0.9 + 0.01 * run.sums[0], 0.1, 0.9);
          seen.push(run.sums[0], run.sums[1], ...run.w, ...run.gradient);
        }
        return bits(seen);
      });
      expect(results[0]).toEqual(results[1]);
    }
  });

  it.each(engines)(
    "has them, step after step, when few entries are above the threshold (%s)",
    (engine) => {
      for (const n of [7, 50, 300]) {
        const from = start(n);
        const operator = operatorOf(penalty, 0.05);
        const run = opened({ ...from, beta: BETA, operator, engine }, from);
        for (let t = 0; t < 5; t++) {
          const few = numbers(n, t + 5).map((x, i) => (t < 3 && i % 20 !== 3 ? 0.01 * x : x));
          run.w.set(few);
          run.depart(ETA);
          expect(bits(run.u)).toEqual(bits(penalty.prox(few, 0.05)));
        }
      }
    },
  );

  it.each(engines)("has the bits of the penalty's prox, whatever w (%s)", (engine) => {
    fc.assert(
      fc.property(
        fc.array(anyNumber, { minLength: 1, maxLength: 9 }),
        fc.constantFrom(5e-324, 1e-9, 0.3, 2, 1e300),
        (entries, t) => {
          const w = Float64Array.from(entries);
          const zero = w.map(() => 0);
          const from = { w, gradient: zero, wStar: zero };
          const run = opened({ ...from, beta: 1, operator: operatorOf(penalty, t), engine }, from);
          run.depart(1);
          expect(bits(run.u)).toEqual(bits(penalty.prox(w, t)));
          if (!entries.every(Number.isFinite)) expect(run.sums[0]).not.toBeLessThan(Infinity);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe.each(penalties)("a whole step with the operator of %s", (_, penalty) => {
  const lossOf = (patches: number) => ({ kind: "no-overlap", patches }) as const;

  it.each(engines)("is both halves with the population loss between them (%s)", (engine) => {
    for (const [i, n] of lengths.entries())
      for (const normalize of [true, false])
        for (const towards of [1, 0.01, 1e-7, -1, -1e-3]) {
          const from = start(n);
          const patches = 1 + (i % 4);
          const population = populationLoss({ wStar: from.wStar, patches });
          // from far away from w*, near it, and near −w*
          const w = from.wStar.map((x, l) => Math.sign(towards) * x + towards * from.w[l]);
          const gradient = population.gradient(w);
          const given = { ...from, normalize, beta: BETA, operator: operatorOf(penalty, 0.05) };
          const run = opened({ ...given, loss: lossOf(patches), engine }, { ...from, w, gradient });
          const halves = opened({ ...given, engine }, { ...from, w, gradient });
          expect(run.step(0.1)).toBe(true);

          halves.depart(0.1);
          const value = halves.sums[2];
          const hat = w.map((x, l) => x - 0.1 * (gradient[l] + BETA * (x - run.u[l])));
          const scale = normalize ? 1 / Math.sqrt(product(hat, hat)) : 1;
          halves.arrive(scale, 0, 0);
          const next = hat.map((x) => scale * x);
          const size = Math.max(...next.map(Math.abs), ...from.wStar.map(Math.abs));
          const within = (got: ArrayLike<number>, wanted: ArrayLike<number>, scale = size) => {
            for (let l = 0; l < wanted.length; l++)
              expect(Math.abs(got[l] - wanted[l])).toBeLessThanOrEqual(1e-14 * n * scale);
          };
          within(run.w, next);
          within(run.gradient, population.gradient(next));
          expect(run.u).toEqual(halves.u);
          expect(run.sums[2]).toBe(value);
          const squares = size * size;
          within(run.sums.subarray(0, 2), halves.sums.subarray(0, 2), n * squares);
          within([run.sums[3]], [population.value(next)], n * squares);
        }
  });

  it("has the same bits in both engines, step after step", () => {
    for (const n of lengths)
      for (const normalize of [true, false]) {
        const results = engines.map((engine) => {
          const from = start(n);
          const operator = operatorOf(penalty, 0.05);
          const loss = lossOf(3);
          const run = opened({ ...from, normalize, beta: BETA, operator, loss, engine }, from);
          const seen: number[] = [];
          for (let t = 0; t < 20; t++) {
            seen.push(+run.step(t < 10 ? ETA : 2 * ETA));
            seen.push(...run.sums, ...run.u, ...run.w, ...run.gradient);
          }
          return bits(seen);
        });
        expect(results[0]).toEqual(results[1]);
      }
  });

  it.each(engines)(
    "does not go on from where the sums do not tell, nor without a loss (%s)",
    (engine) => {
      const from = start(9);
      const operator = operatorOf(penalty, 0.05);
      const take = (w: Float64Array, loss?: { kind: "no-overlap"; patches: number }) => {
        const gradient = new Float64Array(9);
        const run = opened({ ...from, beta: 0, operator, loss, engine }, { ...from, w, gradient });
        const stepped = run.step(1);
        expect(stepped || Object.is(run.w.join(), w.join())).toBe(true);
        return stepped;
      };
      const { wStar } = from;
      expect(take(wStar, lossOf(2))).toBe(true);
      expect(take(wStar)).toBe(false);
      expect(
        take(
          wStar.map((x) => x / 5),
          lossOf(2),
        ),
      ).toBe(false);
      for (const x of [1e200, Infinity, Number.NaN])
        expect(take(wStar.with(3, x), lossOf(2))).toBe(false);
    },
  );
});

describe("the vectors of a planar pass", () => {
  const open = (n: number, engine: EngineName) =>
    planarPass({ ...start(n), beta: BETA, operator: { kind: "soft", threshold: 0.1 }, engine });

  it.each(engines)("stay where they are, and apart, when many more are opened (%s)", (engine) => {
    for (const n of [3, 50, 2000]) {
      const pass = open(n, engine);
      const all = Array.from({ length: 60 }, (_, i) => {
        const run = pass.open();
        expect([...run.w, ...run.u, ...run.gradient, ...run.sums].every((x) => x === 0)).toBe(true);
        run.w.fill(i);
        run.u.fill(-i);
        run.gradient.fill(i / 2);
        return run;
      });
      all.forEach((run, i) => {
        expect([run.w, run.u, run.gradient]).toEqual(
          [i, -i, i / 2].map((x) => new Float64Array(n).fill(x)),
        );
      });
    }
  });

  it.each(engines)("are had again, as new, once they are closed (%s)", (engine) => {
    const pass = open(5, engine);
    const first = pass.open();
    first.w.set(numbers(5, 9));
    first.depart(Number.NaN);
    first.arrive(1, 2, 3);
    pass.close(first);
    const second = pass.open();
    expect(second).toBe(first);
    expect([...second.w, ...second.u, ...second.gradient, ...second.sums]).toEqual(
      new Array(19).fill(0),
    );
    expect(pass.open()).not.toBe(first);
  });

  it.each(engines)("do not follow writes to w* (%s)", (engine) => {
    const from = start(6);
    const results = [false, true].map((spoilt) => {
      const wStar = from.wStar.slice();
      const operator = { kind: "soft", threshold: 0.1 } as const;
      const pass = planarPass({ wStar, beta: BETA, operator, engine });
      if (spoilt) wStar.fill(Number.NaN);
      pass.open();
      const run = pass.open();
      run.w.set(from.w);
      run.depart(ETA);
      const sums = [...run.sums];
      run.arrive(1, 1, 1);
      return [...sums, ...run.gradient];
    });
    expect(results[0]).toEqual(results[1]);
    expect(results[0].some(Number.isNaN)).toBe(false);
  });
});

describe("a planar pass", () => {
  it("has the same bits where the machine gives no WebAssembly memory, unless that is asked for", () => {
    const from = start(2100); // too long for a memory that others have opened
    const run = (engine?: EngineName) => {
      const operator = { kind: "soft", threshold: 0.1 } as const;
      const vectors = opened({ ...from, beta: BETA, operator, engine }, from);
      vectors.depart(ETA);
      return [...vectors.sums, ...vectors.u];
    };
    const expected = run("simd");
    const { WebAssembly } = globalThis as unknown as { WebAssembly: object };
    let asked = 0;
    const Memory = function refuse() {
      asked++;
      throw new RangeError("could not allocate memory");
    };
    vi.stubGlobal("WebAssembly", Object.create(WebAssembly, { Memory: { value: Memory } }));
    try {
      expect(run()).toEqual(expected);
      expect(asked).toBe(1);
      expect(() => run("simd")).toThrow("the machine gives no");
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it("refuses a threshold that is not above 0 and finite", () => {
    for (const threshold of [0, -1, Number.NaN, Infinity])
      expect(() =>
        planarPass({ wStar: [1], beta: 1, operator: { kind: "hard", threshold } }),
      ).toThrow(`the threshold must be above 0 and finite, received ${threshold}`);
  });
});
