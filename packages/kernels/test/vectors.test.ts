import { axpy, dot, KernelMemoryError, nrm2 } from "@proxkit/kernels";
import { describe, expect, it } from "vitest";
import { bits, engines, float32, float64, numbers, open } from "./samples.ts";

const lengths = [...Array.from({ length: 20 }, (_, n) => n), 63, 64, 65, 1000, 4099];

describe.each(lengths)("vectors of length %i", (n) => {
  const x = numbers(n, 1);
  const y = numbers(n, 2);
  const sums = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const size = sums(x.map((value, i) => Math.abs(value * y[i])));

  it.each(engines)("have the inner product of the formula (%s)", (engine) => {
    const memory = open(engine);
    const got = dot(float64(memory, x), float64(memory, y));
    expect(Math.abs(got - sums(x.map((value, i) => value * y[i])))).toBeLessThanOrEqual(
      1e-15 * n * size,
    );
  });

  it.each(["float64", "float32"] as const)("have the same bits in both engines (%s)", (type) => {
    const results = engines.map((engine) => {
      const memory = open(engine);
      const a = type === "float64" ? float64(memory, x) : float32(memory, x);
      const b = float64(memory, y);
      const product = dot(a, b);
      axpy(0.1 * product + 0.3, a, b);
      return [product, nrm2(b), ...b.view];
    });
    expect(bits(results[0])).toEqual(bits(results[1]));
  });

  it.each(engines)("are added with a factor (%s)", (engine) => {
    const memory = open(engine);
    const [a, b] = [float64(memory, x), float64(memory, y)];
    axpy(-2.5, a, b);
    expect(b.view).toEqual(y.map((value, i) => value + -2.5 * x[i]));
    expect(a.view).toEqual(x);
  });
});

describe("float32", () => {
  it.each(engines)("is summed as float64 (%s)", (engine) => {
    const memory = open(engine);
    const x = float32(memory, [2 ** 24, 1, -(2 ** 24)]);
    expect(dot(x, float64(memory, [1, 1, 1]))).toBe(1); // in float32 it is 0
  });
});

describe("the norm", () => {
  it.each(engines)("neither overflows nor underflows (%s)", (engine) => {
    const memory = open(engine);
    expect(nrm2(float64(memory, [3e300, -4e300]))).toBe(5e300);
    expect(nrm2(float64(memory, [3e-300, -4e-300]))).toBeCloseTo(5e-300, 310);
    expect(nrm2(float64(memory, []))).toBe(0);
    expect(nrm2(float64(memory, [1, Number.NaN]))).toBeNaN();
  });
});

describe("slots that do not fit", () => {
  it("are refused with both lengths", () => {
    const memory = open("scalar");
    const call = () => dot(memory.float64(2), memory.float64(3));
    expect(call).toThrow(new RangeError("dot: y must have length 2, received 3"));
  });

  it("are refused where they are in two memories", () => {
    const call = () => dot(open("scalar").float64(2), open("scalar").float64(2));
    expect(call).toThrow(KernelMemoryError);
  });
});
