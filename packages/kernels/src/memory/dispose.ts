/// <reference lib="esnext.disposable" preserve="true" />

/**
 * Symbol.dispose, or what stands in for it where it is not known yet.
 *
 * @example
 * ```ts
 * import { dispose, openMemory } from "@proxkit/kernels";
 *
 * openMemory()[dispose](); // as `using` does at the end of a block
 * ```
 */
export const dispose: typeof Symbol.dispose = (Symbol.dispose ??
  Symbol.for("Symbol.dispose")) as typeof Symbol.dispose;
