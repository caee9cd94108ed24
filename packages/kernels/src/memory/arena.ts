import { type Engine, type EngineName, engineFor } from "../engine.ts";
import type { RawKernels } from "../raw-kernels.ts";
import { KernelMemoryError } from "./kernel-memory-error.ts";
import { PAGE, RESERVED } from "./room.ts";

/** Some bytes of a memory that never grows, so that arrays on them stay what they are. */
export interface Block {
  readonly buffer: ArrayBufferLike;
  /** All of the buffer: what is at address p is entry p/8. */
  readonly entries: Float64Array;
  /** The address, a multiple of 64. */
  readonly at: number;
  /** The kernels that work there. */
  readonly kernels: RawKernels;
}

interface Arena {
  readonly buffer: ArrayBufferLike;
  readonly entries: Float64Array;
  readonly kernels: RawKernels;
  /** What is free, from here to the end. */
  next: number;
}

/** How large a shared memory is: engines learn to call the kernels of each anew, so there should be few. */
const SHARED = 256 * PAGE;
/** A block of more than this has a memory to itself. */
const LARGE = PAGE / 4;

/** The arena that blocks are now taken from, for each engine. */
const open: { [engine in EngineName | "auto"]?: Arena } = {};

/**
 * Bytes for a small problem, all 0. Many blocks share a memory of 16 MiB, for to open one takes longer than a small
 * problem does; it goes when nothing refers to its blocks' arrays any more.
 */
export function takeBlock(bytes: number, engine: EngineName | "auto"): Block {
  const size = Math.ceil(bytes / 64) * 64;
  if (size > LARGE) return blockIn(newArena(size, engine), size);
  let arena = open[engine];
  if (arena === undefined || arena.next + size > arena.buffer.byteLength) {
    arena = newArena(SHARED - RESERVED, engine);
    open[engine] = arena;
  }
  return blockIn(arena, size);
}

function newArena(bytes: number, engine: EngineName | "auto"): Arena {
  const { room, kernels } = engineWith(Math.max(PAGE, bytes + RESERVED), engine);
  return { buffer: room.buffer, entries: new Float64Array(room.buffer), kernels, next: RESERVED };
}

/** Where the machine gives no WebAssembly memory, JavaScript has the same bits. */
function engineWith(bytes: number, engine: EngineName | "auto"): Engine {
  try {
    return engineFor(engine, bytes);
  } catch (error) {
    if (engine !== "auto" || !(error instanceof KernelMemoryError)) throw error;
    return engineFor("scalar", bytes);
  }
}

function blockIn(arena: Arena, size: number): Block {
  const { buffer, entries, kernels, next } = arena;
  arena.next += size;
  return { buffer, entries, kernels, at: next };
}
