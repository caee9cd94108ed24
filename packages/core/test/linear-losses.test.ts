import { readFileSync } from "node:fs";
import {
  ArgumentError,
  huber,
  leastSquares,
  logistic,
  multinomial,
  norm,
  poisson,
  valueAndGradient,
} from "@proxkit/core";
import * as fc from "fast-check";
import { EVD, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  byColumns,
  DELTA,
  forms,
  type Kind,
  kinds,
  problem,
  productsOf,
  toSparse,
} from "./linear-problems.ts";
import { centralDifferences, distance, relativeError } from "./numbers.ts";

const shapes = fc.record({
  m: fc.integer({ min: 3, max: 12 }),
  d: fc.integer({ min: 1, max: 7 }),
  seed: fc.nat(),
  form: fc.constantFrom(...(Object.keys(forms) as (keyof typeof forms)[])),
});

const named = kinds.map((kind) => [kind.name, kind] as const);

/** f(w) and ∇f(w) with the weights s, as sums over the samples. */
function slow(
  { outputs: K, value, slope }: Kind,
  X: number[][],
  y: number[],
  w: Float64Array,
  s: number[],
) {
  const whole = s.reduce((a, b) => a + b);
  const gradient = new Float64Array(w.length);
  let sum = 0;
  productsOf(X, w, K).forEach((z, row) => {
    sum += (s[row] / whole) * value(z, y[row]);
    const slopes = slope(z, y[row]);
    X[row].forEach((x, i) => {
      slopes.forEach((q, k) => {
        gradient[i * K + k] += (s[row] / whole) * q * x;
      });
    });
  });
  return { value: sum, gradient };
}

describe.each(named)("%s", (name, kind) => {
  it("is its formula, sample by sample, on every form of data, with and without weights", () => {
    fc.assert(
      fc.property(shapes, fc.boolean(), ({ m, d, seed, form }, weighted) => {
        const { X, y, w, weights } = problem(kind, m, d, seed);
        const loss = kind.make({ X: forms[form](X), y, ...(weighted && { weights }) });
        const twin = slow(kind, X, y, w, weighted ? weights : y.map(() => 1));
        const gradient = loss.gradient(w);
        const size = 1 + Math.abs(twin.value) + norm(twin.gradient);
        expect(Math.abs(loss.value(w) - twin.value)).toBeLessThan(1e-13 * size);
        expect(distance(gradient, twin.gradient)).toBeLessThan(1e-13 * size);
      }),
    );
  });

  it("has the gradient that central differences find", () => {
    fc.assert(
      fc.property(shapes, ({ m, d, seed, form }) => {
        const { X, y, w, weights } = problem(kind, m, d, seed);
        const loss = kind.make({ X: forms[form](X), y, weights });
        const gradient = loss.gradient(w);
        // a third derivative of up to exp(z) times x³, and Huber's kink in the slope
        expect(distance(gradient, centralDifferences(loss, w, 1e-6))).toBeLessThan(
          1e-4 * (1 + Math.abs(loss.value(w)) + norm(gradient)),
        );
      }),
    );
  });

  it("gives the same bits together and apart, and leaves w and the data untouched", () => {
    for (const form of Object.values(forms)) {
      const { X, y, w, weights } = problem(kind, 9, 5, 3);
      const data = { X: form(X), y, weights };
      const before = structuredClone({ data, w });
      const loss = kind.make(data);
      const out = new Float64Array(w.length).fill(7);
      expect(valueAndGradient(loss, w, out)).toBe(loss.value(w));
      expect(loss.gradient(w)).toEqual(out);
      void loss.smoothness;
      loss.linear.value(new Float64Array(9 * kind.outputs));
      expect({ data, w }).toEqual(before);
    }
  });

  it("is the same on rows, columns and sparse columns, to 13 digits", () => {
    const { X, y, w, weights } = problem(kind, 40, 11, 5);
    for (const data of [{ y }, { y, weights }]) {
      const [first, ...others] = Object.values(forms).map((form) =>
        kind.make({ ...data, X: form(X) }),
      );
      for (const other of others) {
        expect(relativeError(other.value(w), first.value(w))).toBeLessThan(1e-13);
        expect(distance(other.gradient(w), first.gradient(w))).toBeLessThan(
          1e-13 * (1 + norm(first.gradient(w))),
        );
        expect(relativeError(other.smoothness ?? 0, first.smoothness ?? 0)).toBeLessThan(1e-8);
      }
    }
  });

  it("rounds the entries with float32, and nothing else", () => {
    const { X, y, w, weights } = problem(kind, 9, 5, 7);
    const rounded = X.map((row) => row.map(Math.fround));
    const half = kind.make({ X: byColumns(X), y, weights, storage: "float32" });
    const full = kind.make({ X: byColumns(rounded), y, weights });
    expect(relativeError(half.value(w), full.value(w))).toBeLessThan(1e-14);
    expect(distance(half.gradient(w), full.gradient(w))).toBeLessThan(1e-14);
    expect(half.value(w)).not.toBe(kind.make({ X: byColumns(X), y, weights }).value(w));
  });

  it("counts a sample of weight n like n samples, and does not see the scale of the weights", () => {
    const { X, y, w } = problem(kind, 7, 4, 11);
    const counts = [1, 3, 2, 1, 4, 1, 2];
    const repeat = <T>(list: T[]) => list.flatMap((x, row) => Array<T>(counts[row]).fill(x));
    for (const form of Object.values(forms)) {
      const repeated = kind.make({ X: form(repeat(X)), y: repeat(y) });
      for (const scale of [1, 1e-200, 1e200]) {
        const weights = counts.map((n) => n * scale);
        const weighted = kind.make({ X: form(X), y, weights });
        expect(relativeError(weighted.value(w), repeated.value(w))).toBeLessThan(1e-13);
        expect(distance(weighted.gradient(w), repeated.gradient(w))).toBeLessThan(1e-13);
        expect(relativeError(weighted.smoothness ?? 0, repeated.smoothness ?? 0)).toBeLessThan(
          1e-9,
        );
        expect(relativeError(weighted.linear.least, repeated.linear.least)).toBeLessThan(1e-13);
      }
    }
  });

  it("counts a sample of weight 0 like none, though its product overflows", () => {
    const { X, y, w } = problem(kind, 7, 4, 13);
    w[0] = Math.abs(w[0]) + 1; // so that the product is +∞ for the first output at least
    const left = kind.make({ X, y });
    const wild = kind.target(0, problem(kind, 1, 1, 1).random);
    const outlier = [1.7e308, 1.7e308, 0, 0];
    for (const form of Object.values(forms)) {
      const weights = [...y.map(() => 2), 0];
      const all = kind.make({ X: form([...X, outlier]), y: [...y, wild], weights });
      expect(relativeError(all.value(w), left.value(w))).toBeLessThan(1e-13);
      expect(relativeError(valueAndGradient(all, w, w.slice()), left.value(w))).toBeLessThan(1e-13);
      expect(distance(all.gradient(w), left.gradient(w))).toBeLessThan(1e-13);
      expect(relativeError(all.linear.least, left.linear.least)).toBeLessThan(1e-13);
    }
  });

  it("has the smoothness c λmax(Xᵀ diag(s) X) and 1% more, if it has one", () => {
    fc.assert(
      fc.property(shapes, ({ m, d, seed, form }) => {
        const { X, y, weights } = problem(kind, m, d, seed);
        const loss = kind.make({ X: forms[form](X), y, weights });
        if (kind.steepest === undefined) {
          expect(loss.smoothness).toBeUndefined();
          return;
        }
        const whole = weights.reduce((a, b) => a + b);
        const scaled = new Matrix(
          X.map((row, j) => row.map((x) => x * Math.sqrt(weights[j] / whole))),
        );
        const gram = scaled.transpose().mmul(scaled);
        const top = Math.max(...new EVD(gram, { assumeSymmetric: true }).realEigenvalues);
        expect(Math.abs((loss.smoothness ?? 0) - 1.01 * kind.steepest * top)).toBeLessThan(
          1e-8 * top + 1e-300,
        );
      }),
    );
  });

  it("lies above its tangents, and below the parabolas of its smoothness", () => {
    fc.assert(
      fc.property(shapes, ({ m, d, seed, form }) => {
        const { X, y, w, weights, random } = problem(kind, m, d, seed);
        const loss = kind.make({ X: forms[form](X), y, weights });
        const v = w.map((x) => x + random.normal());
        const gradient = loss.gradient(w);
        const tangent = gradient.reduce((sum, g, i) => sum + g * (v[i] - w[i]), loss.value(w));
        const slack = 1e-12 * (1 + Math.abs(loss.value(v)) + Math.abs(tangent));
        expect(loss.value(v)).toBeGreaterThanOrEqual(tangent - slack);
        if (loss.smoothness !== undefined)
          expect(loss.value(v)).toBeLessThanOrEqual(
            tangent + (loss.smoothness / 2) * distance(v, w) ** 2 + slack,
          );
      }),
    );
  });

  it("gives NaN for a w with a NaN, in a column without entries too", () => {
    const { X, y, w } = problem(kind, 6, 4, 17);
    const hollow = X.map((row) => row.with(1, 0));
    for (const form of Object.values(forms))
      for (let at = 0; at < w.length; at++) {
        const loss = kind.make({ X: form(hollow), y });
        const spoilt = w.with(at, Number.NaN);
        expect(loss.value(spoilt)).toBeNaN();
        expect(loss.gradient(spoilt).every(Number.isNaN)).toBe(true);
        expect(Number.isFinite(loss.value(w))).toBe(true); // and forgets it
      }
  });

  it("takes −0 for 0", () => {
    const { X, y, w } = problem(kind, 6, 4, 19);
    for (const form of Object.values(forms)) {
      const loss = kind.make({ X: form(X), y });
      const [plus, minus] = [0, -0].map((zero) => w.map((x, i) => (i % 2 ? x : zero)));
      expect(loss.value(minus)).toBe(loss.value(plus));
      expect(distance(loss.gradient(minus), loss.gradient(plus))).toBe(0);
    }
  });

  it("is of no use once it is freed, and says so", () => {
    const { X, y, w } = problem(kind, 6, 4, 23);
    for (const form of Object.values(forms)) {
      const loss = kind.make({ X: form(X), y });
      loss.free();
      loss.free();
      const uses: (() => unknown)[] = [
        () => loss.value(w),
        () => loss.gradient(w),
        () => loss.linear,
      ];
      if (kind.steepest !== undefined) uses.push(() => loss.smoothness);
      for (const use of uses) {
        expect(use).toThrow(ArgumentError);
        expect(use).toThrow(`${name}: the loss must be used before it is freed`);
      }
      const block = kind.make({ X: form(X), y });
      block[Symbol.dispose]();
      expect(() => block.value(w)).toThrow("before it is freed");
    }
  });

  it("refuses a w or an out of the wrong length, and w itself as out", () => {
    const { X, y, w } = problem(kind, 6, 4, 29);
    for (const form of Object.values(forms)) {
      const loss = kind.make({ X: form(X), y });
      expect(loss.dimension).toBe(w.length);
      expect(() => loss.value(w.slice(1))).toThrow(
        `${name}: w must have length ${w.length}, received ${w.length - 1}`,
      );
      expect(() => loss.gradient(w, w.slice(1))).toThrow(
        `${name}: out must have length ${w.length}, received ${w.length - 1}`,
      );
      expect(() => loss.gradient(w, w)).toThrow(`${name}: out must be another array than w`);
    }
  });
});

interface Reference {
  readonly X: number[][];
  readonly weights: number[];
  readonly delta: number;
  readonly cases: readonly {
    readonly name: string;
    readonly y: number[];
    readonly w: number[];
    readonly value: number;
    readonly gradient: number[];
  }[];
}

describe("in 60 digits (reference-linear.py)", () => {
  const file = new URL("./reference-linear.json", import.meta.url);
  const { X, weights, delta, cases }: Reference = JSON.parse(readFileSync(file, "utf8"));
  const makers = { leastSquares, huber, logistic, poisson, multinomial };

  it.each(cases)("$name has this value and this gradient", ({ name, y, w, value, gradient }) => {
    expect(delta).toBe(DELTA);
    const make = makers[name as keyof typeof makers];
    for (const form of Object.values(forms)) {
      const loss = make({ X: form(X), y, weights, delta });
      const at = Float64Array.from(w);
      expect(relativeError(loss.value(at), value)).toBeLessThan(3e-15);
      expect(distance(loss.gradient(at), gradient)).toBeLessThan(
        3e-15 * norm(Float64Array.from(gradient)),
      );
    }
  });
});

describe("a matrix of zeros", () => {
  it("has the value at 0 everywhere, no slope, and smoothness 0", () => {
    for (const kind of kinds) {
      const y = [0, 1, 2, 1].map((row) => kind.target(row, problem(kind, 1, 1, 1).random));
      const loss = kind.make({ X: toSparse(y.map(() => [0, 0])), y });
      const w = new Float64Array(2 * kind.outputs).fill(3);
      expect(loss.value(w)).toBe(loss.value(new Float64Array(w.length)));
      expect(norm(loss.gradient(w))).toBe(0);
      expect(loss.smoothness ?? 0).toBe(0);
    }
  });
});
