import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

// Node's own `recursive` never ends where a folder above is gone, or refuses as /proc does.

/** Makes a folder in one that is there, unless it is there too. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const there = await stat(path).catch(() => undefined);
    if (!there?.isDirectory()) throw error;
  }
}

/**
 * Makes a folder, and those above it.
 *
 * @param path absolute, so that it leads to the same place even if the working directory is gone
 */
export async function makeFolders(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) return;
  const above = dirname(path);
  if (above !== path) await makeFolders(above);
  await makeFolder(path);
}
