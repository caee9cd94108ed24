import { columnGram, columnsOf, type EngineName, openMemory, type Slot } from "@proxkit/kernels";
import { describe, expect, it } from "vitest";
import { bits, engines, float32, float64, numbers, open } from "./samples.ts";

const [m, d] = [21, 7];
const [l1, l2] = [0.05, 0.02];
type Type = "float64" | "float32";
const types: readonly Type[] = ["float64", "float32"];
const every = engines.flatMap((engine) =>
  types.flatMap((type) => [true, false].map((uniform) => ({ engine, type, uniform }))),
);

/** A quadratic ½‖√s∘(Xw − y)‖² with weights for an elastic net, ready for descent from a w. */
function problem(engine: EngineName, type: Type, uniform: boolean) {
  const memory = open(engine);
  const X = numbers(m * d, 1);
  const data = type === "float64" ? float64(memory, X) : float32(memory, X);
  const columns = columnsOf({ data, rows: m, columns: d, layout: "columns" });
  const entry = (i: number, j: number) => data.view[j * m + i];
  const s = uniform ? new Float64Array(m).fill(1 / m) : numbers(m, 2).map((x) => 0.1 + Math.abs(x));
  const scale: number | Slot = uniform ? 1 / m : float64(memory, s);
  const y = numbers(m, 3);
  const curvature = memory.float64(d);
  for (let j = 0; j < d; j++)
    for (let i = 0; i < m; i++) curvature.view[j] += s[i] * entry(i, j) ** 2;
  const p = float64(
    memory,
    numbers(d, 4).map((x) => 1 + Math.abs(x)),
  );
  const slopesAt = (w: Float64Array) =>
    y.map((yi, i) => s[i] * (w.reduce((z, wj, j) => z + wj * entry(i, j), 0) - yi));
  const gradientAt = (w: Float64Array) => {
    const q = slopesAt(w);
    return Float64Array.from({ length: d }, (_, j) =>
      q.reduce((sum, qi, i) => sum + qi * entry(i, j), 0),
    );
  };
  const listOf = (...coordinates: number[]) => {
    const list = memory.uint32(coordinates.length);
    list.view.set(coordinates);
    return list;
  };
  return { memory, columns, scale, curvature, weights: p, slopesAt, gradientAt, listOf };
}

describe.each(every)("a Gram matrix of columns ($engine, $type, uniform $uniform)", (given) => {
  const ready = () => problem(given.engine, given.type, given.uniform);

  it("takes descent where the same passes on X take it", () => {
    const { memory, columns, scale, curvature, weights, slopesAt, gradientAt, listOf } = ready();
    const start = numbers(d, 5);
    const list = listOf(4, 0, 6, 1, 3);
    const slow = float64(memory, start);
    const slopes = float64(memory, slopesAt(start));
    const onX = { slopes, w: slow, curvature, scale, weights, outputs: 1 };
    const fast = float64(memory, start);
    const gram = columnGram(columns, scale, d);
    const onGram = { gradient: gradientAt(start), w: fast, curvature, weights };
    for (const passes of [1, 3]) {
      let change = 0;
      for (let n = 0; n < passes; n++) change = columns.descend(onX, list, 5, l1, l2);
      // after the first call the gradient is behind w
      const known = passes === 1 ? onGram : { ...onGram, from: start };
      expect(gram?.descend(known, list, 5, l1, l2, 0, passes)).toBeCloseTo(change, 12);
      fast.view.forEach((w, i) => {
        expect(w).toBeCloseTo(slow.view[i], 12);
      });
    }
    expect(fast.view[2]).toBe(start[2]); // not in the list
    expect(Math.max(...fast.view.map((w, i) => Math.abs(w - start[i])))).toBeGreaterThan(0.1);
  });

  it("ends with the first pass that changes nothing beyond the target", () => {
    const { memory, columns, scale, curvature, weights, gradientAt, listOf } = ready();
    const run = (target: number, passes: number) => {
      const w = memory.float64(d);
      const known = { gradient: gradientAt(w.view), w, curvature, weights };
      const gram = columnGram(columns, scale, d);
      const list = listOf(0, 1, 2, 3, 4, 5, 6);
      return [gram?.descend(known, list, d, l1, l2, target, passes) ?? Number.NaN, ...w.view];
    };
    const changes = [1, 2, 3, 4, 5].map((passes) => run(0, passes)[0]);
    const n = changes.findIndex((change, k) => k > 0 && change < changes[0] / 2);
    expect(run(changes[n], 1000)).toEqual(run(0, n + 1));
  });

  it("gives the same bits whatever it was asked before, with room for few or for all", () => {
    const results = [2, 3, d].flatMap((room) => [true, false].map((used) => ({ room, used })));
    const [first, ...others] = results.map(({ room, used }) => {
      const { memory, columns, scale, curvature, weights, gradientAt, listOf } = ready();
      const gram = columnGram(columns, scale, room);
      const run = (...list: number[]) => {
        const w = memory.float64(d);
        const known = { gradient: gradientAt(w.view), w, curvature, weights };
        const change = gram?.descend(known, listOf(...list), list.length, l1, l2, 1e-3, 9);
        return bits([...w.view, change ?? Number.NaN]);
      };
      if (used) for (const list of [[5], [3, 5], [1, 2], [6], [4, 0]]) run(...list);
      return run(2, 5);
    });
    for (const other of others) expect(other).toEqual(first);
  });
});

describe("columnGram", () => {
  it.each(types)("has the same bits in both engines (%s)", (type) => {
    for (const uniform of [true, false]) {
      const [simd, scalar] = engines.map((engine) => {
        const given = problem(engine, type, uniform);
        const { memory, columns, scale, curvature, weights, gradientAt, listOf } = given;
        const from = numbers(d, 6);
        const w = float64(memory, numbers(d, 7));
        const known = { gradient: gradientAt(from), from, w, curvature, weights };
        const gram = columnGram(columns, scale, d);
        const list = listOf(0, 1, 2, 3, 4, 5, 6);
        const change = gram?.descend(known, list, d, l1, l2, 0, 3) ?? Number.NaN;
        return bits([...w.view, change]);
      });
      expect(simd).toEqual(scalar);
    }
  });

  it("leaves a column without entries alone, and knows no sparse matrix", () => {
    const memory = openMemory();
    const data = float64(memory, [1, 2, 0, 0]);
    const columns = columnsOf({ data, rows: 2, columns: 2, layout: "columns" });
    const list = memory.uint32(2);
    list.view.set([0, 1]);
    const w = float64(memory, [0, 4]);
    const known = { gradient: Float64Array.of(-5, 0), w, curvature: float64(memory, [5, 0]) };
    columnGram(columns, 1, 2)?.descend(known, list, 2, 0, 0, 0, 5);
    expect(Array.from(w.view)).toEqual([1, 4]);
    const starts = memory.uint32(2);
    const rowIndices = memory.uint32(0);
    const sparse = columnsOf({
      starts,
      rowIndices,
      values: memory.float64(0),
      rows: 2,
      columns: 1,
    });
    expect(columnGram(sparse, 1, 1)).toBeUndefined();
  });
});
