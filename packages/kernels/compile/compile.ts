import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL("../assembly", import.meta.url));
const compiler = createRequire(import.meta.url).resolve("assemblyscript/package.json");
const PLAIN = ["--importMemory", "--noExportMemory", "--memoryBase", "64"];
const SHARED = [...PLAIN, "--sharedMemory", "--maximumMemory", "65536", "--enable", "threads"];

/** The kernels in assembly/ as a WebAssembly module, for a memory that is shared or not. */
export async function compile(kind: "plain" | "shared"): Promise<Uint8Array> {
  const out = await mkdtemp(join(tmpdir(), "kernels-"));
  const file = join(out, "kernels.wasm");
  try {
    await promisify(execFile)(
      process.execPath,
      [
        join(dirname(compiler), "bin/asc.js"),
        ...["index.ts", "--outFile", file, "--runtime", "stub"],
        ...["-O3", "--noAssert", "--enable", "simd"],
        ...(kind === "shared" ? SHARED : PLAIN),
      ],
      { cwd: folder },
    );
    return await readFile(file);
  } finally {
    await rm(out, { recursive: true });
  }
}
