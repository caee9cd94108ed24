/// <reference lib="esnext.disposable" preserve="true" />

import type { KernelMemory } from "./open-memory.ts";

/** What a slot can hold. */
export type SlotArray = Float64Array | Float32Array | Uint32Array | Uint8Array;

/** Room for an array in a {@link KernelMemory}. */
export interface Slot<A extends SlotArray = Float64Array> {
  readonly memory: KernelMemory;
  /** In entries. */
  readonly length: number;
  /** In bytes, from the start of the memory. */
  readonly at: number;
  /**
   * The array itself, not a copy. A memory that grows may move: then an array that was kept is empty, so
   * read `view` again after the memory gave out more room. Throws a KernelMemoryError once the slot is freed.
   */
  readonly view: A;
  /** Gives the room back; once or more often. */
  free(): void;
  [Symbol.dispose](): void;
}
