import { KernelMemoryError } from "./memory/kernel-memory-error.ts";
import { engineOf, type KernelMemory } from "./memory/open-memory.ts";
import type { Slot, SlotArray } from "./memory/slot.ts";
import type { RawKernels } from "./raw-kernels.ts";

/** The kernels of the memory that all the slots are in, each of which is still taken. */
export function kernelsOf(caller: string, ...slots: readonly Slot<SlotArray>[]): RawKernels {
  const [{ memory }] = slots;
  for (const slot of slots) checkSlot(caller, slot, memory);
  return engineOf(memory).kernels;
}

function checkSlot(caller: string, slot: Slot<SlotArray>, memory: KernelMemory): void {
  if (slot.memory !== memory)
    throw new KernelMemoryError(
      `${caller}: all slots must be in one memory, received two memories`,
    );
  void slot.view; // throws if it was freed
}

/** Checks that a slot has the length that is expected of it. */
export function checkLength(
  caller: string,
  name: string,
  slot: Slot<SlotArray>,
  length: number,
): void {
  if (slot.length !== length)
    throw new RangeError(`${caller}: ${name} must have length ${length}, received ${slot.length}`);
}

/** Whether a slot holds float32. */
export function isFloat32(slot: Slot<Float64Array> | Slot<Float32Array>): boolean {
  return slot.view instanceof Float32Array;
}
