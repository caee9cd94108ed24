import { readFile } from "node:fs/promises";

/** A text file; an error names it, which Node's own does not for a folder. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}
