import { delimiter, dirname, join } from "node:path";
import { type Outcome, root, run } from "./run.ts";

/** Someone with a Node, its npm, and a folder of their own: nothing of this workspace. */
export interface Newcomer {
  /** Where they work. */
  readonly folder: string;
  /** Runs a line such as `npm install proxkit`, with words that have no spaces. */
  type(line: string, cwd?: string): Promise<Outcome>;
}

/**
 * @param folder an empty folder
 * @param node the program
 * @param registry the address that npm asks for packages
 */
export function newcomer(folder: string, node: string, registry: string): Newcomer {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|PATH$)/i.test(name));
  const path = (process.env.PATH ?? "").split(delimiter).filter((at) => !at.startsWith(root));
  const env = {
    ...Object.fromEntries(inherited),
    PATH: [dirname(node), ...path].join(delimiter), // npm runs on the first node it finds
    NO_PROXY: ["127.0.0.1", process.env.NO_PROXY].filter(Boolean).join(),
    npm_config_registry: registry,
    npm_config_cache: join(folder, ".npm"), // npx would start an earlier run's package of the same version
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false",
    npm_config_yes: "true",
  };

  function type(line: string, cwd = folder): Promise<Outcome> {
    const [command, ...args] = line.split(/\s+/);
    if (command === "node") return run(node, args, { cwd, env });
    return run(process.platform === "win32" ? `${command}.cmd` : command, args, { cwd, env });
  }

  return { folder, type };
}
