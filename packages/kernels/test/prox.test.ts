import {
  hardThreshold,
  keepLargest,
  type Slot,
  softThreshold,
  tl1Threshold,
} from "@proxkit/kernels";
import { l0, hardThreshold as topS } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1, tl1Step } from "@proxkit/penalties-tl1";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyNumber, bits, engines, float64, numbers, open } from "./samples.ts";

type Prox = (v: Slot, t: number, out: Slot) => void;
const kernels: readonly [string, Prox, (v: Float64Array, t: number) => Float64Array][] = [
  ["soft thresholding", softThreshold, (v, t) => l1().prox(v, t)],
  ["hard thresholding", hardThreshold, (v, t) => l0().prox(v, t)],
];
const step = fc.oneof(
  fc.double({ min: 0, max: 20, noNaN: true }),
  fc.constantFrom(0, 0.5, 1, 5e-324, 1e-300, 1e308, Infinity),
);

describe.each(kernels)("%s", (name, kernel, prox) => {
  it.each(engines)("has the bits of the penalty's prox (%s)", (engine) => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 40 }), step, (entries, t) => {
        const memory = open(engine);
        const v = float64(memory, entries);
        const out = memory.float64(entries.length);
        kernel(v, t, out);
        expect(bits(out.view)).toEqual(bits(prox(Float64Array.from(entries), t)));
        expect(bits(v.view)).toEqual(bits(entries));
        kernel(v, t, v);
        expect(bits(v.view)).toEqual(bits(out.view));
      }),
    );
  });

  it("refuses negative and NaN steps", () => {
    const v = open("scalar").float64(2);
    for (const t of [-1, Number.NaN])
      expect(() => kernel(v, t, v)).toThrow(`t must be at least 0, received ${t}`);
    expect(name).toBeTruthy();
  });
});

describe("the prox of TL1", () => {
  const shape = fc.constantFrom(1e-150, 1e-3, 0.1, 1, 3, 1e8, 1e150);
  const size = fc.tuple(fc.constantFrom(1e-300, 1e-9, 1, 1e9, 1e150), anyNumber);

  it.each(engines)("has the bits of the penalty's prox, whatever a, t and v (%s)", (engine) => {
    const memory = open(engine);
    fc.assert(
      fc.property(fc.array(size, { maxLength: 9 }), step, shape, (sizes, t, a) => {
        const exact = tl1Step(t, { a });
        const near = [exact.threshold * (1 + 2 ** -52), -exact.threshold, exact.threshold * 1.01];
        const entries = [...sizes.map(([scale, x]) => scale * x), ...near];
        const v = float64(memory, entries);
        const expected = bits(tl1({ a }).prox(Float64Array.from(entries), t));
        tl1Threshold(v, exact, v);
        expect(bits(v.view)).toEqual(expected);
        v.free();
      }),
      { numRuns: 2000 },
    );
  });

  it.each(engines)(
    "has them whether few or many entries are above the threshold (%s)",
    (engine) => {
      const memory = open(engine);
      const penalty = tl1();
      for (const n of [127, 128, 1000, 1001]) {
        // stretches in which 1 of 40, none, or all entries are above, longer and shorter than a block
        const kind = (i: number) => Math.floor(i / 150) % 3;
        const entries = numbers(n).map((x, i) =>
          kind(i) === 2 || (kind(i) === 0 && i % 40 === 7) ? 4 * x + Math.sign(x) : 0.4 * x,
        );
        for (const t of [0.25, 3]) {
          const v = float64(memory, entries);
          const out = memory.float64(n);
          const expected = bits(penalty.prox(entries, t));
          tl1Threshold(v, tl1Step(t), out);
          expect(bits(out.view)).toEqual(expected);
          expect(v.view).toEqual(entries);
          tl1Threshold(v, tl1Step(t), v);
          expect(bits(v.view)).toEqual(expected);
        }
      }
    },
  );
});

/** Data that a selection may stumble over, 200 000 entries each: above the sample's size. */
const n = 300_000;
const awkward: Readonly<Record<string, Float64Array>> = {
  "numbers without structure": numbers(n),
  "all equal": new Float64Array(n).fill(-2),
  "two values": numbers(n).map((x) => (x > 0 ? 1 : -3)),
  "all 0": new Float64Array(n),
  rising: Float64Array.from({ length: n }, (_, i) => i),
  falling: Float64Array.from({ length: n }, (_, i) => n - i),
  "twelve decades": numbers(n).map((x, i) => x * 10 ** ((i % 12) - 6)),
  "large where the sample looks": Float64Array.from({ length: n }, (_, i) =>
    i % Math.floor(n / 8192) === 0 ? 1e6 + i : (i % 1000) / 1000,
  ),
  "NaN in every third": numbers(n).map((x, i) => (i % 3 === 0 ? Number.NaN : x)),
  "infinities in every third": numbers(n).map((x, i) => (i % 3 === 0 ? -Infinity : x)),
  "all NaN": new Float64Array(n).fill(Number.NaN),
  "many ties at the cut": numbers(n).map((x) => Math.round(x * 8)),
};

describe.each(Object.entries(awkward))("keeping the largest of %s", (_, entries) => {
  it.each(engines)("is H_s, to the last index among equals (%s)", (engine) => {
    const memory = open(engine);
    const v = float64(memory, entries);
    const out = memory.float64(n);
    for (const s of [0, 1, 2, 17, 1000, n / 10, n / 2, (2 * n) / 3, n - 1, n, 2 * n]) {
      keepLargest(v, Math.floor(s), out);
      const expected = topS(entries, Math.floor(s));
      const at = out.view.findIndex((x, i) => !Object.is(x, expected[i]));
      expect(at, `s = ${s}: ${out.view[at]} in place of ${expected[at]}`).toBe(-1);
    }
  });
});

describe("keeping the largest", () => {
  it.each(engines)("has the bits of H_s for short vectors (%s)", (engine) => {
    const few = fc.array(fc.oneof(anyNumber, fc.constantFrom(1, -1, 2, -2)), { maxLength: 30 });
    fc.assert(
      fc.property(few, fc.nat(32), (entries, s) => {
        const v = float64(open(engine), entries);
        keepLargest(v, s, v);
        expect(bits(v.view)).toEqual(bits(topS(Float64Array.from(entries), s)));
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN])("refuses s = %d", (s) => {
    const v = open("scalar").float64(2);
    expect(() => keepLargest(v, s, v)).toThrow(`received ${s}`);
  });
});
