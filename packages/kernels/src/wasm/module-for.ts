import { platform, type WasmModule } from "../platform.ts";
import { plainModule, sharedModule } from "./modules.ts";

const texts = { plain: plainModule, shared: sharedModule } as const;
const compiled: { plain?: WasmModule; shared?: WasmModule } = {};

/**
 * The compiled kernels for memory of that kind; compiled when they are first wanted. Undefined where there is
 * no WebAssembly, or none with SIMD.
 */
export function moduleFor(kind: "plain" | "shared"): WasmModule | undefined {
  compiled[kind] ??= compile(kind);
  return compiled[kind];
}

function compile(kind: "plain" | "shared"): WasmModule | undefined {
  const { WebAssembly } = platform();
  if (WebAssembly === undefined) return undefined;
  try {
    return new WebAssembly.Module(decoded(texts[kind]));
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return undefined;
    throw error;
  }
}

function decoded(base64: string): Uint8Array {
  const text = platform().atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
