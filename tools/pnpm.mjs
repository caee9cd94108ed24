// Runs pnpm, at the version package.json pins, on a machine that has only Node and npm.
// PROXKIT_SYSTEM_NODE remembers the Node that the user has (the tools run on a newer one), and
// PROXKIT_CWD the folder that npm was called in.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const { packageManager } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const windows = process.platform === "win32";
const { status, error } = spawnSync(
  windows ? "npx.cmd" : "npx",
  ["--yes", packageManager, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
    shell: windows, // Node refuses to start .cmd files without one
    env: {
      PROXKIT_SYSTEM_NODE: process.execPath,
      PROXKIT_CWD: process.env.INIT_CWD ?? process.cwd(),
      ...process.env,
      TURBO_TELEMETRY_DISABLED: "1",
      TURBO_NO_UPDATE_NOTIFIER: "1",
    },
  },
);
if (error) throw error;
process.exit(status ?? 1);
