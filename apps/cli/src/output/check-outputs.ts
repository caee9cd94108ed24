import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../usage-error.ts";
import { checkWritable } from "./write-whole.ts";

/**
 * Refuses files that could not be written, or would overwrite each other or the input, before the work.
 *
 * @param outputs the path that each option names, if it is given
 * @param inputs what is read, by the name the user knows it by, if it is given; default: nothing
 */
export async function checkOutputs(
  outputs: Readonly<Record<string, string | undefined>>,
  inputs: Readonly<Record<string, string | undefined>> = {},
): Promise<void> {
  const seen = new Map<string, string>();
  for (const [name, path] of Object.entries(inputs))
    if (path !== undefined && path !== "-") seen.set(await fileOf(path), name); // "-" is written elsewhere
  for (const [option, path] of Object.entries(outputs)) {
    if (path === undefined) continue;
    const file = path === "-" ? path : await fileOf(path);
    const other = seen.get(file);
    if (other && path === "-")
      throw new UsageError(`${other} - and ${option} - both go to standard output`);
    if (other) throw new UsageError(`${other} and ${option} name the same file, ${path}`);
    seen.set(file, option);
  }
  for (const [option, path] of Object.entries(outputs)) await checkWritable(option, path);
}

/** The file that a path leads to: writing would follow its links. */
async function fileOf(path: string): Promise<string> {
  return await realpath(path).catch(() => resolve(path)); // not there yet
}
