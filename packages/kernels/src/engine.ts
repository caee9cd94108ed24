import { takeFreed } from "./memory/freed-engines.ts";
import { KernelMemoryError } from "./memory/kernel-memory-error.ts";
import { plainRoom, type Room } from "./memory/room.ts";
import type { WasmMemory } from "./platform.ts";
import type { RawKernels } from "./raw-kernels.ts";
import { scalarKernels } from "./scalar/scalar-kernels.ts";
import { instantiate } from "./wasm/instantiate.ts";

/** Which code computes: WebAssembly with SIMD, or JavaScript. Both give the same bits. */
export type EngineName = "simd" | "scalar";

/** A room and the kernels that work in it. */
export interface Engine {
  readonly name: EngineName;
  readonly room: Room;
  readonly kernels: RawKernels;
  /** The memory itself, where it is one of WebAssembly. */
  readonly wasm?: WasmMemory;
  /** To be called when the room has grown. */
  moved(): void;
  /** Makes all arrays on the room empty, so that it can serve another problem; where it cannot, this is not there. */
  renew?(): void;
  /** Whether there may be something in the room: it served another problem before. */
  used: boolean;
}

/** Problems of fewer bytes than this are as fast in JavaScript, and a WebAssembly memory takes time to open. */
const SMALL = 32768;

export interface EngineOptions {
  readonly shared?: boolean;
  /** Whether one whose memory was freed will do, too. */
  readonly used?: boolean;
}

/** @param bytes how much room there is at first */
export function engineFor(
  asked: EngineName | "auto",
  bytes: number,
  { shared = false, used = false }: EngineOptions = {},
): Engine {
  if (asked === "scalar" && shared)
    throw new KernelMemoryError("openMemory: shared memory needs WebAssembly, received scalar");
  if (asked === "scalar" || (asked === "auto" && !shared && bytes < SMALL)) return inScript(bytes);
  const engine = (used && !shared ? takeFreed(bytes) : undefined) ?? instantiate(bytes, shared);
  if (engine !== undefined) return engine;
  if (asked === "auto" && !shared) return inScript(bytes);
  throw new KernelMemoryError("openMemory: there is no WebAssembly SIMD here");
}

function inScript(bytes: number): Engine {
  const room = plainRoom(Math.ceil(bytes / 64) * 64);
  return { name: "scalar", room, used: false, ...scalarKernels(room) };
}
