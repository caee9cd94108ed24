import { type Columns, columnsOf, type EngineName, type Slot } from "@proxkit/kernels";
import { describe, expect, it } from "vitest";
import { bits, engines, float32, float64, numbers, open } from "./samples.ts";

const [m, d, K] = [11, 6, 2];

/** A matrix by columns, of which about a half is 0 where it is sparse. */
const entries = (kind: Kind) =>
  numbers(m * d, 1).map((x, i) => {
    if (kind === "sparse") return i % m < 2 || (i * 7) % 5 < 2 ? 0 : x;
    return kind === "float32" ? Math.fround(x) : x;
  });

type Kind = "float64" | "float32" | "sparse";
const kinds: readonly Kind[] = ["float64", "float32", "sparse"];
const every = engines.flatMap((engine) => kinds.map((kind) => [engine, kind] as const));

function ready(engine: EngineName, kind: Kind): Columns {
  const memory = open(engine);
  const all = entries(kind);
  if (kind !== "sparse") {
    const data = kind === "float64" ? float64(memory, all) : float32(memory, all);
    return columnsOf({ data, rows: m, columns: d, layout: "columns" });
  }
  const kept = [...all.keys()].filter((i) => all[i] !== 0);
  const starts = memory.uint32(d + 1);
  for (const i of kept) starts.view[Math.floor(i / m) + 1]++;
  for (let j = 0; j < d; j++) starts.view[j + 1] += starts.view[j];
  const rowIndices = memory.uint32(kept.length);
  rowIndices.view.set(kept.map((i) => i % m));
  return columnsOf({
    starts,
    rowIndices,
    values: float64(
      memory,
      kept.map((i) => all[i]),
    ),
    rows: m,
    columns: d,
  });
}

/** Σᵢ f(xᵢⱼ, i), straight from the definition. */
function sum(kind: Kind, j: number, f: (x: number, i: number) => number): number {
  return entries(kind)
    .subarray(j * m, (j + 1) * m)
    .reduce((total, x, i) => total + f(x, i), 0);
}

describe.each(every)("the columns of a matrix (%s, %s)", (engine, kind) => {
  const v = numbers(m * K, 2);
  const s = numbers(m * K, 3).map(Math.abs);

  it("multiply vectors of any output", () => {
    const columns = ready(engine, kind);
    const slot = float64(columns.memory, v);
    const out = columns.memory.float64(d);
    for (const output of [0, 1]) {
      columns.products(slot, out, output);
      for (let j = 0; j < d; j++) {
        const expected = sum(kind, j, (x, i) => x * v[output * m + i]);
        expect(columns.dot(j, slot, output)).toBeCloseTo(expected, 13);
        expect(out.view[j]).toBeCloseTo(expected, 13);
      }
    }
  });

  it("make Xw as they would one after the other, but none for a weight of 0", () => {
    const columns = ready(engine, kind);
    const { memory } = columns;
    for (const zeros of [[], [0, 3], [0, 1, 2, 3, 4, 5]]) {
      const w = numbers(d, 7).map((x, j) => (zeros.includes(j) ? 0 : x));
      const expected = memory.float64(m);
      for (let j = 0; j < d; j++) if (w[j] !== 0) columns.add(w[j], j, expected);
      const out = float64(memory, numbers(m, 8));
      if (kind === "sparse") expect(columns.times).toBeUndefined();
      else {
        columns.times?.(float64(memory, w), out);
        expect(bits(out.view)).toEqual(bits(expected.view));
      }
    }
  });

  it("are added, weighted or not, to the output that is meant and to no other", () => {
    const columns = ready(engine, kind);
    const weights = float64(columns.memory, s);
    for (const output of [0, 1])
      for (let j = 0; j < d; j++) {
        const [plain, weighted] = [float64(columns.memory, v), float64(columns.memory, v)];
        columns.add(0.7, j, plain, output);
        columns.addWeighted(0.7, j, weights, weighted, output);
        const x = (i: number) =>
          Math.floor(i / m) === output ? entries(kind)[j * m + (i % m)] : 0;
        v.forEach((before, i) => {
          expect(plain.view[i]).toBeCloseTo(before + 0.7 * x(i), 14);
          expect(weighted.view[i]).toBeCloseTo(before + 0.7 * s[i] * x(i), 14);
        });
      }
  });

  it("have the sum of their squares, weighted or not", () => {
    const columns = ready(engine, kind);
    const weights = float64(columns.memory, s);
    for (let j = 0; j < d; j++) {
      expect(columns.squares(j)).toBeCloseTo(
        sum(kind, j, (x) => x * x),
        13,
      );
      expect(columns.squares(j, weights, 1)).toBeCloseTo(
        sum(kind, j, (x, i) => s[m + i] * x * x),
        13,
      );
    }
  });
});

const [l1, l2] = [0.05, 0.02];

/** Passes from 0 on a quadratic whose second derivatives are one number, or one for each product. */
function descended(engine: EngineName, kind: Kind, uniform: boolean, passes: number) {
  const columns = ready(engine, kind);
  const { memory } = columns;
  const scales = uniform ? new Float64Array(m * K).fill(1 / m) : numbers(m * K, 4).map(Math.abs);
  const scale: number | Slot = uniform ? 1 / m : float64(memory, scales);
  const p = numbers(d * K, 5).map((x) => 1 + Math.abs(x));
  const curvature = memory.float64(d * K);
  for (let i = 0; i < d * K; i++) {
    const [j, k] = [Math.floor(i / K), i % K];
    curvature.view[i] = sum(kind, j, (x, row) => scales[k * m + row] * x * x);
  }
  const start = numbers(m * K, 6);
  const problem = {
    slopes: float64(memory, start),
    w: memory.float64(d * K),
    curvature,
    scale,
    weights: float64(memory, p),
    outputs: K,
  };
  const list = memory.uint32(d * K);
  list.view.forEach((_, i, all) => {
    all[i] = (i * 5) % (d * K); // not in their order
  });
  let change = 1;
  for (let n = 0; n < passes && change > 1e-30; n++)
    change = columns.descend(problem, list, d * K, l1, l2);
  return {
    w: problem.w.view.slice(),
    slopes: problem.slopes.view.slice(),
    scales,
    p,
    start,
    change,
  };
}

describe("coordinate descent", () => {
  it.each(
    every.flatMap(([engine, kind]) => [true, false].map((uniform) => ({ engine, kind, uniform }))),
  )("comes to where the elastic net is stationary: $engine, $kind, uniform $uniform", (given) => {
    const { engine, kind, uniform } = given;
    const { w, scales, p, start } = descended(engine, kind, uniform, 2000);
    expect(w.some((x) => x === 0) && w.some((x) => x !== 0)).toBe(true);
    // the slopes afresh: start + scales∘Xw
    const slopes = start.map((q, at) => {
      const [k, i] = [Math.floor(at / m), at % m];
      let z = 0;
      for (let j = 0; j < d; j++) z += entries(kind)[j * m + i] * w[j * K + k];
      return q + scales[at] * z;
    });
    for (let i = 0; i < d * K; i++) {
      const [j, k] = [Math.floor(i / K), i % K];
      const pull = -sum(kind, j, (x, row) => x * slopes[k * m + row]) - l2 * p[i] * w[i];
      if (w[i] === 0) expect(Math.abs(pull)).toBeLessThanOrEqual(l1 * p[i] + 1e-14);
      else expect(pull).toBeCloseTo(l1 * p[i] * Math.sign(w[i]), 12);
    }
  });

  it.each(kinds)("has the same bits in both engines (%s)", (kind) => {
    for (const uniform of [true, false]) {
      const results = engines.map((engine) => {
        const { w, slopes, change } = descended(engine, kind, uniform, 4);
        return bits([...w, ...slopes, change]);
      });
      expect(results[0]).toEqual(results[1]);
    }
  });
});

describe("columnsOf", () => {
  it("refuses rows that lie together", () => {
    const data = open("scalar").float64(6);
    expect(() => columnsOf({ data, rows: 2, columns: 3 })).toThrow("received rows");
  });

  it.each([
    ["starts must not fall", [0, 2, 1, 2], [0, 1]],
    ["from 0 to 2, received 0 to 1", [0, 1, 1, 1], [0, 1]],
    ["starts must have length 4", [0, 1, 2], [0, 1]],
    ["below 2, received 2", [0, 1, 2, 2], [0, 2]],
    ["rowIndices must have length 2", [0, 1, 2, 2], [0]],
  ])("refuses a sparse matrix that is none: %s", (message, starts, rowIndices) => {
    const memory = open("scalar");
    const whole = (numbers: readonly number[]) => {
      const slot = memory.uint32(numbers.length);
      slot.view.set(numbers);
      return slot;
    };
    const X = {
      starts: whole(starts),
      rowIndices: whole(rowIndices),
      values: float64(memory, [1, 2]),
      rows: 2,
      columns: 3,
    };
    expect(() => columnsOf(X)).toThrow(message);
  });
});
