import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { modulesFile } from "../compile/modules-file.ts";
import { RESERVED } from "../src/memory/room.ts";
import { instantiate } from "../src/wasm/instantiate.ts";

it("src/wasm/modules.ts is what assembly/ compiles to today (npm run wasm writes it)", async () => {
  const file = await readFile(new URL("../src/wasm/modules.ts", import.meta.url), "utf8");
  expect(file).toBe(await modulesFile());
});

it.each([false, true])(
  "the kernels' constants stay below what is handed out (shared %s)",
  (shared) => {
    const engine = instantiate(65536, shared);
    const written = new Uint8Array(engine?.room.buffer ?? new ArrayBuffer());
    expect(written.findIndex((byte) => byte !== 0)).toBeGreaterThanOrEqual(64);
    const last = written.findLastIndex((byte) => byte !== 0);
    expect(last).toBeGreaterThan(64);
    expect(last).toBeLessThan(RESERVED);
  },
);
