// npm run wasm: compiles assembly/ into src/wasm/modules.ts.
import { writeFile } from "node:fs/promises";
import { modulesFile } from "./modules-file.ts";

await writeFile(new URL("../src/wasm/modules.ts", import.meta.url), await modulesFile());
