// `npm run bench -- ARGS`: builds what is measured, and measures it on the user's own Node.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "./built-cli.mjs";

process.on("SIGINT", () => {}); // the benchmarks handle Ctrl-C themselves: wait for them
build("proxkit-benchmarks");
const node = process.env.PROXKIT_SYSTEM_NODE ?? process.execPath;
const bin = fileURLToPath(new URL("../benchmarks/dist/bin.js", import.meta.url));
const { status } = spawnSync(node, [bin, ...process.argv.slice(2)], {
  stdio: "inherit",
  cwd: process.env.PROXKIT_CWD,
});
process.exit(status ?? 1);
