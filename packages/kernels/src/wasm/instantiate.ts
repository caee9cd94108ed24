import type { Engine } from "../engine.ts";
import { KernelMemoryError } from "../memory/kernel-memory-error.ts";
import { MOST_BYTES, pagesFor } from "../memory/room.ts";
import { platform, type WasmMemory } from "../platform.ts";
import type { RawKernels } from "../raw-kernels.ts";
import { moduleFor } from "./module-for.ts";

/** The kernels in WebAssembly, with a memory of their own of at least so many bytes; undefined without SIMD. */
export function instantiate(bytes: number, shared: boolean): Engine | undefined {
  const { WebAssembly } = platform();
  const module = moduleFor(shared ? "shared" : "plain");
  if (WebAssembly === undefined || module === undefined) return undefined;
  const memory = open(WebAssembly.Memory, bytes, shared);
  let { buffer } = memory; // kept, as each look at memory.buffer takes as long as a small kernel
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  return {
    name: "simd",
    wasm: memory,
    room: {
      get buffer() {
        return buffer;
      },
      grow(size) {
        memory.grow(pagesFor(size) - pagesFor(buffer.byteLength));
        buffer = memory.buffer;
      },
    },
    kernels: instance.exports as RawKernels,
    used: false,
    moved: () => {},
    ...(!shared && {
      renew() {
        memory.grow(0); // detaches the old buffer
        buffer = memory.buffer;
      },
    }),
  };
}

function open(
  Memory: NonNullable<ReturnType<typeof platform>["WebAssembly"]>["Memory"],
  bytes: number,
  shared: boolean,
): WasmMemory {
  const initial = pagesFor(bytes);
  try {
    return new Memory(shared ? { initial, maximum: pagesFor(MOST_BYTES), shared } : { initial });
  } catch (cause) {
    throw new KernelMemoryError(`openMemory: the machine gives no ${bytes} bytes`, { cause });
  }
}
