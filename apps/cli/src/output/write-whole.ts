import { constants } from "node:fs";
import { access, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { UsageError } from "../usage-error.ts";

/**
 * Writes a file whole or not at all: to a temporary name first, then in one move. "-" is standard output,
 * whose reader may leave early, as head does.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  if (path === "-") {
    await new Promise<void>((resolve, reject) =>
      process.stdout.write(content, (error) =>
        error && !isEarlyEnd(error) ? reject(error) : resolve(),
      ),
    );
    return;
  }
  const there = await stat(path).catch(() => undefined);
  try {
    if (there && !there.isFile())
      await writeFile(path, content); // a pipe or device is not replaced
    else await writeFileAtomic(path, typeof content === "string" ? content : Buffer.from(content));
  } catch (error) {
    throw Object.assign(error as Error, { path }); // not the temporary name
  }
}

function isEarlyEnd(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "EOF"; // EOF on Windows
}

/** Refuses a path that could not be written, before the work whose result is to go there. */
export async function checkWritable(option: string, path: string | undefined): Promise<void> {
  if (path === undefined || path === "-") return;
  if (path === "") throw new UsageError(`${option}: expected a file name, received ""`);
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new UsageError(`${option} ${path}: is a folder, not a file`);
  const folder = dirname(path);
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error(`${folder} is a file`);
    await access(there && !there.isFile() ? path : folder, constants.W_OK);
  } catch (cause) {
    throw new UsageError(
      `${option} ${path}: the folder ${folder} does not exist or is not writable`,
      { cause },
    );
  }
}
