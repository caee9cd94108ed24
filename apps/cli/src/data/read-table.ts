import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { UsageError } from "../usage-error.ts";
import { readCsv } from "./read-csv.ts";
import type { Table, Wanted } from "./table.ts";

const GZIP = /\.gz$/i;

/**
 * Reads a table by its name: .csv, .tsv or .npy, each also with .gz; "-" is standard input (CSV or TSV).
 * CSV is streamed: the text is never whole in memory.
 *
 * @param wanted which columns must hold finite numbers; the others may hold anything
 */
export async function readTable(path: string, wanted: Wanted): Promise<Table> {
  if (path === "-") return readCsv(process.stdin, "standard input", wanted);
  const info = await stat(path);
  if (info.isDirectory()) throw new UsageError(`${path}: is a folder, not a file`);
  const kind = path
    .replace(GZIP, "")
    .match(/\.(csv|tsv|npy)$/i)?.[1]
    .toLowerCase();
  if (!kind)
    throw new UsageError(`${path}: expected a .csv, .tsv or .npy file (or one of them with .gz)`);
  const stream = open(path);
  try {
    if (kind !== "npy") return await readCsv(stream, path, wanted, kind === "tsv" ? "\t" : ",");
    const { readNpy } = await import("./read-npy.ts");
    return await readNpy(stream, path, wanted);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith("Z_"))
      throw new UsageError(`${path}: is not whole gzip data (${(error as Error).message})`, {
        cause: error,
      });
    throw error;
  }
}

function open(path: string): Readable {
  const file = createReadStream(path);
  if (!GZIP.test(path)) return file;
  const gunzip = createGunzip();
  file.on("error", (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}
