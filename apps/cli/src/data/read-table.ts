import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { UsageError } from "../usage-error.ts";
import { type Format, formatOf, knownEndings } from "./formats.ts";
import { readCsv } from "./read-csv.ts";
import { type ReadOptions, type ReadRequest, readRequest } from "./read-request.ts";
import type { Table, Wanted } from "./table.ts";

/**
 * Reads a table in a format that its name tells; "-" is standard input (CSV or TSV). Text is streamed: it is
 * never whole in memory.
 *
 * @param wanted which columns must hold numbers or categories; the others may hold anything
 * @throws UsageError, in one line, if the file is not whole, not of its format, or too large
 */
export async function readTable(
  path: string,
  wanted: Wanted,
  options: ReadOptions = {},
): Promise<Table> {
  if (path === "-") return readCsv(process.stdin, readRequest("standard input", wanted, options));
  const info = await stat(path);
  if (info.isDirectory()) throw new UsageError(`${path}: is a folder, not a file`);
  const format = formatOf(path);
  if (!format) throw new UsageError(`${path}: expected a name that ends in ${knownEndings()}`);
  try {
    return await read(path, format, readRequest(path, wanted, options));
  } catch (error) {
    throw inOneLine(path, format, error);
  }
}

function read(path: string, format: Format, request: ReadRequest): Promise<Table> {
  if ("readFile" in format) return format.readFile(path, request);
  return format.readStream(openStream(path), request);
}

function openStream(path: string): Readable {
  const file = createReadStream(path);
  if (!/\.gz$/i.test(path)) return file;
  const gunzip = createGunzip();
  file.on("error", (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

/** Libraries say in their own ways that a file is damaged, some by stumbling. */
function inOneLine(path: string, format: Format, cause: unknown): unknown {
  const { code, message, name, syscall } = cause as NodeJS.ErrnoException;
  if (cause instanceof UsageError || syscall !== undefined) return cause;
  if (String(code).startsWith("Z_") && "readStream" in format)
    return new UsageError(`${path}: is not whole gzip data (${message})`, { cause });
  const words = message.replace(/\p{Cc}+/gu, " "); // of a damaged file
  const reason = name === "Error" ? words : "it is damaged"; // a TypeError says nothing to a user
  return new UsageError(`${path}: cannot be read as ${format.name} (${reason})`, { cause });
}
