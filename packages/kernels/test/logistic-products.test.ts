import { KernelMemoryError, logisticProducts } from "@proxkit/kernels";
import { describe, expect, it } from "vitest";
import { bits, engines, float64, numbers, open } from "./samples.ts";

/** log(1 + exp(−yz)) and its derivatives by z, straight from the definition where nothing overflows. */
const twin = {
  value: (z: number, y: number) => Math.log(1 + Math.exp(-y * z)),
  slope: (z: number, y: number) => -y / (1 + Math.exp(y * z)),
  curvature: (z: number) => 1 / ((1 + Math.exp(-z)) * (1 + Math.exp(z))),
};
const entropy = (u: number) => u * Math.log(u) + (1 - u) * Math.log(1 - u);

const m = 301;
const y = numbers(m, 1).map((x) => (x < 0 ? -1 : 1));
const s = numbers(m, 2).map((x) => Math.max(0, x));
const z = numbers(m, 3).map((x) => 4 * x);
const sum = (f: (j: number) => number) =>
  s.reduce((total, sj, j) => total + (sj > 0 ? sj * f(j) : 0), 0);

describe.each(engines)("the logistic loss of products (%s)", (engine) => {
  const ready = (weights = s) => {
    const memory = open(engine);
    return { memory, loss: logisticProducts(float64(memory, y), float64(memory, weights)) };
  };

  it("is the definition, with its derivatives", () => {
    const { loss } = ready();
    const [slopes, curvatures] = [new Float64Array(m), new Float64Array(m)];
    const value = loss.slopes(z, slopes);
    loss.curvatures(z, curvatures);
    expect(loss.value(z)).toBe(value);
    expect(value).toBeCloseTo(
      sum((j) => twin.value(z[j], y[j])),
      12,
    );
    for (let j = 0; j < m; j++) {
      expect(slopes[j]).toBeCloseTo(s[j] * twin.slope(z[j], y[j]), 15);
      expect(curvatures[j]).toBeCloseTo(s[j] * twin.curvature(z[j]), 15);
    }
  });

  it("has the conjugate that the definition gives, also for a part of the slopes", () => {
    const { loss } = ready();
    const slopes = new Float64Array(m);
    loss.slopes(z, slopes);
    for (const sigma of [1, 0.7, 1e-3]) {
      const theta = slopes.map((q) => sigma * q);
      const expected = sum((j) => entropy(-sigma * y[j] * twin.slope(z[j], y[j])));
      expect(loss.conjugate(theta)).toBeCloseTo(expected, 12);
    }
    expect(loss.conjugate(new Float64Array(m))).toBe(0); // u = 0
  });

  it("takes what rounding brings beyond the ends of the conjugate for the ends", () => {
    const { loss } = ready(s.map(() => 1));
    for (const u of [-(2 ** -52), 1 + 2 ** -52])
      expect(Math.abs(loss.conjugate(y.map((sign) => -sign * u)))).toBeLessThan(m * 2 ** -51);
  });

  it("meets Fenchel's equation F(z) + F*(∇F(z)) = z·∇F(z)", () => {
    const { loss } = ready();
    const slopes = new Float64Array(m);
    const value = loss.slopes(z, slopes);
    const product = slopes.reduce((total, q, j) => total + q * z[j], 0);
    expect(value + loss.conjugate(slopes)).toBeCloseTo(product, 12);
  });

  it("works on arrays of its memory and on others with the same bits, in place too", () => {
    const { memory, loss } = ready();
    const [inside, out] = [float64(memory, z), memory.float64(m)];
    const outside = new Float64Array(m);
    expect(loss.slopes(inside.view, out.view)).toBe(loss.slopes(z, outside));
    expect(bits(out.view)).toEqual(bits(outside));
    expect(bits(inside.view)).toEqual(bits(z));
    loss.slopes(inside.view, inside.view);
    expect(bits(inside.view)).toEqual(bits(outside));
    loss.curvatures(z, out.view);
    loss.curvatures(z, outside);
    expect(bits(out.view)).toEqual(bits(outside));
  });

  it("gives slopes and curvatures at once with the bits of each", () => {
    const { memory, loss } = ready();
    const [slopes, curvatures] = [new Float64Array(m), new Float64Array(m)];
    const value = loss.slopes(z, slopes);
    loss.curvatures(z, curvatures);
    const inside = [float64(memory, z), memory.float64(m), memory.float64(m)].map((x) => x.view);
    for (const [at, first, second] of [inside, [z, new Float64Array(m), new Float64Array(m)]]) {
      expect(loss.derivatives(at, first, second)).toBe(value);
      expect(bits(first)).toEqual(bits(slopes));
      expect(bits(second)).toEqual(bits(curvatures));
    }
  });

  it("overflows nowhere, and leaves out what does not count", () => {
    const { loss } = ready(s.map((_, j) => (j < 4 ? 1 : 0)));
    const far = z.map(
      (_, j) => [800, -800, 1e300 * y[2], -1e300 * y[3]][j] ?? Number.POSITIVE_INFINITY,
    );
    const [slopes, curvatures] = [new Float64Array(m), new Float64Array(m)];
    expect(loss.slopes(far, slopes)).toBe(1e300 + 800 * (Number(y[0] < 0) + Number(y[1] > 0)));
    loss.curvatures(far, curvatures);
    expect(slopes[2]).toBeCloseTo(0, 300);
    expect(slopes[3]).toBe(-y[3]);
    expect(slopes.subarray(4).every((q) => q === 0)).toBe(true);
    expect(curvatures.every((c) => c === 0)).toBe(true);
    expect(loss.conjugate(slopes)).toBe(0);
  });

  it("hands a NaN on", () => {
    const { loss } = ready(s.map(() => 1));
    const [holed, out] = [z.with(5, Number.NaN), new Float64Array(m)];
    expect(loss.slopes(holed, out)).toBeNaN();
    expect(out[5]).toBeNaN();
    expect(out[4]).not.toBeNaN();
    loss.curvatures(holed, out);
    expect(out[5]).toBeNaN();
    expect(loss.conjugate(holed)).toBeNaN();
  });

  it("refuses lengths that do not fit, and a memory that was freed", () => {
    const memory = open(engine);
    expect(() => logisticProducts(float64(memory, y), memory.float64(3))).toThrow(
      new RangeError(`logisticProducts: s must have length ${m}, received 3`),
    );
    const loss = logisticProducts(float64(memory, y), float64(memory, s));
    expect(() => loss.value(new Float64Array(3))).toThrow(
      new RangeError(`logisticProducts: an array must have length ${m}, received 3`),
    );
    memory.free();
    expect(() => loss.value(z)).toThrow(KernelMemoryError);
  });
});

it("the logistic loss of products has the same bits in both engines", () => {
  const all = engines.map((engine) => {
    const memory = open(engine);
    const loss = logisticProducts(float64(memory, y), float64(memory, s));
    const results: number[] = [];
    for (const scale of [1e-9, 1, 30, 300]) {
      const at = z.map((x) => scale * x);
      const out = new Float64Array(m);
      results.push(loss.slopes(at, out), ...out, loss.conjugate(out));
      loss.curvatures(at, out);
      results.push(...out);
    }
    return bits(Float64Array.from(results));
  });
  expect(all[0]).toEqual(all[1]);
});
