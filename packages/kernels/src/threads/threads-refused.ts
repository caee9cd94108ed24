import { platform } from "../platform.ts";
import { moduleFor } from "../wasm/module-for.ts";

/**
 * Why there are no threads here, in one line; undefined where there are.
 *
 * @example
 * ```ts
 * import { threadsRefused } from "@proxkit/kernels";
 *
 * console.log(threadsRefused()); // undefined
 * ```
 */
export function threadsRefused(): string | undefined {
  if (moduleFor("shared") === undefined) return "there is no WebAssembly SIMD here";
  if (platform().crossOriginIsolated === false || typeof SharedArrayBuffer === "undefined")
    return "the page is not cross-origin isolated: it has no SharedArrayBuffer without the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp";
  return undefined;
}
