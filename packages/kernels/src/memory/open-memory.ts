import { type Engine, type EngineName, engineFor } from "../engine.ts";
import type { WasmMemory } from "../platform.ts";
import { dispose } from "./dispose.ts";
import { freeList, rounded } from "./free-list.ts";
import { giveFreed } from "./freed-engines.ts";
import { KernelMemoryError } from "./kernel-memory-error.ts";
import { MOST_BYTES, PAGE, RESERVED } from "./room.ts";
import type { Slot, SlotArray } from "./slot.ts";

export interface MemoryOptions {
  /** How much room is wanted at first; more is taken when it is needed. Default: 64 KiB. */
  readonly bytes?: number | undefined;
  /**
   * "simd": WebAssembly; "scalar": JavaScript, with the same bits. Default: "auto", which is WebAssembly
   * where there is SIMD and `bytes` is at least 32 KiB, for below that JavaScript is as fast.
   */
  readonly engine?: EngineName | "auto" | undefined;
  /** Whether workers may use it too. Default: false. */
  readonly shared?: boolean | undefined;
}

/** Memory for the arrays of one problem, and the kernels that work on it. */
export interface KernelMemory {
  readonly engine: EngineName;
  readonly shared: boolean;
  /** In bytes; it never shrinks. */
  readonly size: number;
  /** Room for n float64, all 0. */
  float64(n: number): Slot<Float64Array>;
  /** Room for n float32, all 0. */
  float32(n: number): Slot<Float32Array>;
  /** Room for n 32-bit whole numbers, all 0. */
  uint32(n: number): Slot<Uint32Array>;
  /** Room for n bytes, all 0. */
  uint8(n: number): Slot<Uint8Array>;
  /**
   * Gives the whole memory back: slots that are used afterwards throw, arrays of theirs that were kept are empty where
   * the memory is WebAssembly's, for another problem may get it.
   */
  free(): void;
  [Symbol.dispose](): void;
}

type ArrayType<A extends SlotArray> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, at: number, length: number): A;
};

const engines = new WeakMap<KernelMemory, () => Engine>();

/**
 * The kernels of a memory.
 *
 * @throws KernelMemoryError if it was freed
 */
export function engineOf(memory: KernelMemory): Engine {
  const engine = engines.get(memory);
  if (engine === undefined) throw new KernelMemoryError("openMemory: this is no memory of ours");
  return engine();
}

/** What workers need to use a shared memory, too. */
export function wasmMemoryOf(memory: KernelMemory): WasmMemory {
  const { wasm } = engineOf(memory);
  if (wasm === undefined || !memory.shared)
    throw new KernelMemoryError("openMemory: this memory is not shared");
  return wasm;
}

/**
 * Opens a memory for the arrays of a problem. It goes when nothing refers to it or its slots any more, as
 * everything in JavaScript does, or at once with `free`.
 *
 * @param options
 * @throws KernelMemoryError if more than 4 GiB, or more than the machine has, is asked for, now or by a slot
 * later; also if "simd" is asked for and there is none
 * @example
 * ```ts
 * import { dot, openMemory } from "@proxkit/kernels";
 *
 * const memory = openMemory();
 * const x = memory.float64(3);
 * x.view.set([1, 2, 3]);
 * console.log(dot(x, x)); // 14
 * memory.free();
 * ```
 */
export function openMemory(options: MemoryOptions = {}): KernelMemory {
  const { bytes = PAGE, shared = false } = options;
  checkBytes(bytes, 0);
  const asked = options.engine ?? "auto";
  let engine: Engine | undefined = engineFor(asked, bytes + RESERVED, { shared, used: true });
  const { name } = engine;
  const free = freeList();
  const room = engine.room.buffer.byteLength - RESERVED;
  if (room > 0) free.give(RESERVED, room);
  let moves = 0; // how often the room may have moved
  // nothing from here on was ever handed out: it is 0
  let used = engine.used ? engine.room.buffer.byteLength : RESERVED;

  function live(): Engine {
    if (engine === undefined) throw new KernelMemoryError("openMemory: this memory was freed");
    return engine;
  }

  function take(bytes: number): number {
    const { room } = live();
    const at = free.take(bytes);
    if (at !== undefined) return at;
    const end = room.buffer.byteLength;
    const missing = rounded(bytes) - free.freeBefore(end);
    checkBytes(missing, end);
    // doubling, so that growing often does not copy often
    const wanted = Math.min(MOST_BYTES, Math.max(end + missing, 2 * end));
    const size = grown(wanted) ?? grown(end + missing);
    if (size === undefined)
      throw new KernelMemoryError(
        `openMemory: the machine gives no ${missing} bytes more; the memory has ${end}`,
      );
    free.give(end, size - end);
    return take(bytes);
  }

  /** The size after growing to that many bytes, or undefined if they cannot be had. */
  function grown(bytes: number): number | undefined {
    const { room, moved } = live();
    try {
      room.grow(bytes);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
    moved();
    moves++;
    return room.buffer.byteLength;
  }

  function slot<A extends SlotArray>(type: ArrayType<A>, length: number): Slot<A> {
    if (!(Number.isSafeInteger(length) && length >= 0))
      throw new KernelMemoryError(
        `openMemory: a length must be a whole number at least 0, received ${length}`,
      );
    const bytes = length * type.BYTES_PER_ELEMENT;
    const at = take(bytes);
    let taken = true;
    let view: A | undefined;
    let seen = moves;

    function current(): A {
      // a solver asks some ten times a step, and to ask WebAssembly for its buffer takes longer than the rest
      if (view !== undefined && engine !== undefined && seen === moves) return view;
      const { buffer } = live().room;
      if (!taken) throw new KernelMemoryError("openMemory: this slot was freed");
      view = new type(buffer, at, length);
      seen = moves;
      return view;
    }

    function release(): void {
      if (taken && engine !== undefined) free.give(at, bytes);
      taken = false;
      view = undefined;
    }

    const old = Math.min(used, at + bytes) - at;
    if (old > 0) new Uint8Array(live().room.buffer, at, old).fill(0);
    used = Math.max(used, at + bytes);
    return Object.freeze({
      memory,
      length,
      at,
      get view() {
        return current();
      },
      free: release,
      [dispose]: release,
    });
  }

  function freeAll(): void {
    if (engine) giveFreed(engine);
    engine = undefined;
  }

  const memory: KernelMemory = Object.freeze({
    engine: name,
    shared,
    get size() {
      return live().room.buffer.byteLength;
    },
    float64: (n: number) => slot(Float64Array, n),
    float32: (n: number) => slot(Float32Array, n),
    uint32: (n: number) => slot(Uint32Array, n),
    uint8: (n: number) => slot(Uint8Array, n),
    free: freeAll,
    [dispose]: freeAll,
  });
  engines.set(memory, live);
  return memory;
}

function checkBytes(bytes: number, used: number): void {
  if (!(bytes >= 0 && bytes + used + RESERVED <= MOST_BYTES))
    throw new KernelMemoryError(
      `openMemory: a memory holds at most 4 GiB (${MOST_BYTES} bytes), received ${bytes} bytes more than its ${used}`,
    );
}
