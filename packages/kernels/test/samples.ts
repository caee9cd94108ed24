import { type EngineName, type KernelMemory, openMemory, type Slot } from "@proxkit/kernels";
import fc from "fast-check";

export const engines: readonly EngineName[] = ["simd", "scalar"];

/** Numbers without structure, the same every time. */
export function numbers(n: number, seed = 1): Float64Array {
  let state = seed;
  return Float64Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
}

/** The numbers in a memory of one engine. */
export function open(engine: EngineName): KernelMemory {
  return openMemory({ engine });
}

export function float64(memory: KernelMemory, entries: ArrayLike<number>): Slot {
  const slot = memory.float64(entries.length);
  slot.view.set(entries);
  return slot;
}

export function float32(memory: KernelMemory, entries: ArrayLike<number>): Slot<Float32Array> {
  const slot = memory.float32(entries.length);
  slot.view.set(entries);
  return slot;
}

/** The bits of a result, so that 0 and −0 differ; all NaN are one. */
export function bits(values: ArrayLike<number>): string[] {
  return Array.from(values, (x) => (Object.is(x, -0) ? "-0" : String(x)));
}

/** Any double, with the special ones often. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, -0, 1, -1, Number.NaN, Infinity, -Infinity, 5e-324, -5e-324),
  },
);
