import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { modulesFile } from "../compile/modules-file.ts";

it("src/wasm/modules.ts is what assembly/ compiles to today (npm run wasm writes it)", async () => {
  const file = await readFile(new URL("../src/wasm/modules.ts", import.meta.url), "utf8");
  expect(file).toBe(await modulesFile());
});
