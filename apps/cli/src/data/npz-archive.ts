import { crc32 } from "node:zlib";
import yauzl, { type Entry } from "yauzl";
import { UsageError } from "../usage-error.ts";
import type { Chunks } from "./npy-array.ts";

/** The arrays of an .npz file by name, each a stream of the bytes of a .npy file. */
export interface NpzArchive {
  readonly names: readonly string[];
  open(name: string): Chunks;
  close(): void;
}

/** Opens an .npz file, a zip archive of .npy files. What else is in it is left alone. */
export async function openNpz(path: string): Promise<NpzArchive> {
  const zip = await yauzl.openPromise(path, { autoClose: false });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry())
      if (entry.fileName.endsWith(".npy")) entries.set(entry.fileName.slice(0, -4), entry);
  } catch (error) {
    zip.close();
    throw error;
  }

  async function* open(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw new UsageError(`${path}: has no array ${name}`);
    let sum = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32)
      throw new UsageError(`${path}: array ${name} is damaged: its checksum is wrong`);
  }
  return { names: [...entries.keys()], open, close: () => zip.close() };
}
