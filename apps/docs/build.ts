// Builds the site into .vitepress/dist, or into the folder that is given.
import { resolve } from "node:path";
import { argv, cwd } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "vitepress";

const here = fileURLToPath(new URL("./", import.meta.url));
const outDir = argv[2];
await build(here, outDir === undefined ? {} : { outDir: resolve(cwd(), outDir) });
