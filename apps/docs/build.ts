// Builds the site into .vitepress/dist, or into the folder that is given.
import { resolve } from "node:path";
import { argv, resourceUsage } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "vitepress";
import { generatePages } from "./generate.ts";

await generatePages();
const outDir = argv[2];
await build(
  fileURLToPath(new URL("./", import.meta.url)),
  outDir === undefined ? {} : { outDir: resolve(outDir) },
);
const { userCPUTime, systemCPUTime } = resourceUsage();
console.log(`the processor worked ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s`);
