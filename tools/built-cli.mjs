// Builds what the command line needs, quietly, and runs it as the published `proxkit` would run.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));

/** Builds a package, by default the CLI, and what it imports; says nothing unless it fails. */
export function build(name = "proxkit") {
  const { status, stdout, stderr, error } = spawnSync(
    "turbo",
    ["run", "build", `--filter=${name}...`, "--output-logs=errors-only"],
    { cwd: root, encoding: "utf8", shell: process.platform === "win32" },
  );
  if (error) throw error;
  if (status !== 0) {
    process.stderr.write(stdout + stderr);
    process.exit(1);
  }
}

/** Runs `proxkit args` on the user's own Node, in `cwd`; gives its exit code. */
export function proxkit(args, options = {}) {
  const node = process.env.PROXKIT_SYSTEM_NODE ?? process.execPath;
  const bin = fileURLToPath(new URL("../apps/cli/dist/bin.js", import.meta.url));
  return spawnSync(node, [bin, ...args], { stdio: "inherit", ...options });
}
