import { resolve } from "node:path";
import { UsageError } from "../usage-error.ts";
import { checkWritable } from "./write-whole.ts";

/**
 * Refuses files that could not be written, or would overwrite each other or the input, before the work.
 *
 * @param outputs the path that each option names, if it is given
 * @param inputs what is read, by the name the user knows it by; default: nothing
 */
export async function checkOutputs(
  outputs: Readonly<Record<string, string | undefined>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<void> {
  const read = Object.entries(inputs).filter(([, path]) => path !== "-"); // not where "-" is written
  const seen = new Map<string, string>();
  for (const [option, path] of [...read, ...Object.entries(outputs)]) {
    if (path === undefined) continue;
    const file = path === "-" ? path : resolve(path);
    const other = seen.get(file);
    if (other) throw new UsageError(`${other} and ${option} name the same file, ${path}`);
    seen.set(file, option);
  }
  for (const [option, path] of Object.entries(outputs)) await checkWritable(option, path);
}
