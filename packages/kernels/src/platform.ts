// What is used of the machine, typed here: who uses this package needs neither the DOM's types nor Node's.

/** A WebAssembly.Module. */
export interface WasmModule {
  readonly __module: unique symbol;
}

/** A WebAssembly.Memory. */
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

interface Wasm {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Memory: new (size: {
    initial: number;
    maximum?: number;
    shared?: boolean;
  }) => WasmMemory;
  readonly Instance: new (
    module: WasmModule,
    imports: { env: { memory: WasmMemory } },
  ) => { readonly exports: object };
  readonly CompileError: new () => Error;
}

/** A Worker of a browser. */
interface PageWorker {
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

/** A Worker of Node. */
export interface NodeWorker {
  unref(): void;
  on(event: "error", listener: (error: Error) => void): void;
  on(event: "exit", listener: (code: number) => void): void;
  terminate(): void;
}

interface Platform {
  readonly WebAssembly?: Wasm;
  readonly crossOriginIsolated?: boolean;
  readonly performance: { now(): number };
  readonly process?: {
    getBuiltinModule?(
      name: "node:worker_threads",
    ): { readonly Worker: new (source: string, options: object) => NodeWorker } | undefined;
  };
  readonly Blob: new (parts: readonly string[], options: { type: string }) => object;
  readonly URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };
  readonly Worker: new (url: string) => PageWorker;
  atob(base64: string): string;
}

/** The globals that are used; read when they are needed, not when the package is loaded. */
export function platform(): Platform {
  return globalThis as unknown as Platform;
}
