import { dot, type EngineName, KernelMemoryError, openMemory } from "@proxkit/kernels";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { engines, open } from "./samples.ts";

it("a loop that makes and frees problem after problem has as many memories as there are at a time", () => {
  const { WebAssembly } = globalThis as unknown as {
    WebAssembly: { Memory: new (size: object) => object };
  };
  let made = 0;
  class Memory extends WebAssembly.Memory {
    constructor(size: object) {
      super(size);
      made++;
    }
  }
  vi.stubGlobal("WebAssembly", Object.create(WebAssembly, { Memory: { value: Memory } }));
  for (let n = 0; n < 1000; n++) {
    const bytes = 40_000 + 100 * (n % 200);
    const [one, two] = [openMemory({ bytes }), openMemory({ engine: "simd", bytes: 20_000 })];
    one.float64(5000).view.fill(1);
    expect(two.float64(2500).view.every((entry) => entry === 0)).toBe(true);
    one.free();
    two.free();
  }
  vi.unstubAllGlobals();
  expect(made).toBe(2);
});

it("a large memory that was freed is used again, for one of about its size", () => {
  const bytes = 2 ** 24;
  const size = () => openMemory({ engine: "simd", bytes }).size;
  openMemory({ engine: "simd", bytes: 2 * bytes }).free();
  expect(size()).toBeGreaterThan(2 * bytes); // the freed one
  expect(size()).toBeLessThan(2 * bytes); // a new one
  openMemory({ engine: "simd", bytes: 8 * bytes }).free();
  expect(size()).toBeLessThan(2 * bytes);
});

describe.each(engines)("a memory (%s)", (engine: EngineName) => {
  it("keeps what is in its slots while it grows", () => {
    const memory = open(engine);
    const first = memory.float64(10);
    first.view.fill(7);
    const size = memory.size;
    const slots = Array.from({ length: 20 }, (_, i) => {
      const slot = memory.float64(20_000);
      slot.view.fill(i);
      return slot;
    });
    expect(memory.size).toBeGreaterThan(size + 20 * 160_000 - 65536);
    expect(Array.from(first.view)).toEqual(new Array(10).fill(7));
    slots.forEach((slot, i) => {
      expect(slot.view.every((entry) => entry === i)).toBe(true);
    });
    expect(dot(first, first)).toBe(490); // kernels see the grown memory, too
  });

  it("gives freed room out again, filled with 0", () => {
    const memory = open(engine);
    const slot = memory.float64(1000);
    const { at } = slot;
    slot.view.fill(3);
    slot.free();
    slot.free(); // once or more often
    const again = memory.float64(1000);
    expect(again.at).toBe(at);
    expect(again.view.every((entry) => entry === 0)).toBe(true);
  });

  it("is 0 and its own after a large one was freed, and what was kept of that is empty or as it was", () => {
    const n = 200_000;
    const before = open(engine);
    const kept = before.float64(n).view.fill(3);
    before.free();
    const memory = openMemory({ engine, bytes: 8 * n });
    const one = memory.float64(n);
    expect(one.view.every((entry) => entry === 0)).toBe(true);
    one.view.fill(5);
    expect(kept.length === 0 || kept.every((entry) => entry === 3)).toBe(true);
    for (let i = 0; i < kept.length; i++) kept[i] = 4;
    expect(one.view.every((entry) => entry === 5)).toBe(true);
    expect(memory.float64(n).view.every((entry) => entry === 0)).toBe(true);
    expect(dot(one, one)).toBe(25 * n);
  });

  it("never gives out the same bytes twice", () => {
    const sizes = fc.array(fc.record({ n: fc.nat(500), drop: fc.nat(9) }), { maxLength: 40 });
    fc.assert(
      fc.property(sizes, (steps) => {
        const memory = open(engine);
        const held: { slot: ReturnType<typeof memory.float64>; mark: number }[] = [];
        steps.forEach(({ n, drop }, mark) => {
          const slot = memory.float64(n);
          slot.view.fill(mark);
          held.push({ slot, mark });
          if (drop < 4 && held.length > drop) held.splice(drop, 1)[0].slot.free();
        });
        for (const { slot, mark } of held)
          expect(slot.view.every((entry) => entry === mark)).toBe(true);
      }),
    );
  });

  it("refuses slots after they are freed, and all of them once it is freed itself", () => {
    const memory = open(engine);
    const [one, two] = [memory.float64(2), memory.float64(2)];
    one.free();
    expect(() => one.view).toThrow(new KernelMemoryError("openMemory: this slot was freed"));
    expect(() => dot(two, one)).toThrow(KernelMemoryError);
    memory.free();
    expect(() => two.view).toThrow(new KernelMemoryError("openMemory: this memory was freed"));
    expect(() => memory.float64(1)).toThrow(KernelMemoryError);
    two.free(); // no harm
  });

  it("is freed at the end of a using block", () => {
    const memory = open(engine);
    memory[Symbol.dispose]();
    expect(() => memory.size).toThrow(KernelMemoryError);
  });

  it("says that 4 GiB are the most, and stays as it was", () => {
    const memory = open(engine);
    const before = memory.size;
    expect(() => memory.float64(2 ** 29)).toThrow(/at most 4 GiB \(4294967296 bytes\)/);
    expect(() => memory.float64(2 ** 40)).toThrow(KernelMemoryError);
    expect(memory.size).toBe(before);
    expect(memory.float64(3).view).toEqual(new Float64Array(3));
  });

  it.each([-1, 1.5, Number.NaN])("refuses a length of %d", (length) => {
    expect(() => open(engine).float64(length)).toThrow(`received ${length}`);
  });

  it("has arrays of length 0", () => {
    expect(open(engine).float64(0).view).toHaveLength(0);
  });
});

describe("a memory above 2 GiB", () => {
  it("is reached by kernels, whose addresses have 32 bits", () => {
    const memory = openMemory({ engine: "simd", bytes: 2 ** 31 + 2 ** 20 });
    const low = memory.uint8(2 ** 31); // touched nowhere but where it is filled with 0
    const [x, y] = [memory.float64(3), memory.float64(3)];
    expect(x.at).toBeGreaterThan(2 ** 31);
    x.view.set([1, 2, 3]);
    y.view.set([4, 5, 6]);
    expect(dot(x, y)).toBe(32);
    low.free();
    memory.free();
  });
});

describe("the engine", () => {
  it("is JavaScript for a small memory and WebAssembly for others", () => {
    expect(openMemory({ bytes: 1000 }).engine).toBe("scalar");
    expect(openMemory({ bytes: 100_000 }).engine).toBe("simd");
  });

  it("is WebAssembly where the memory is shared, and JavaScript cannot be asked for there", () => {
    expect(openMemory({ bytes: 10, shared: true }).engine).toBe("simd");
    expect(() => openMemory({ engine: "scalar", shared: true })).toThrow(KernelMemoryError);
  });
});
