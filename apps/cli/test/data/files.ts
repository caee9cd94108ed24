import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReadOptions } from "../../src/data/read-request.ts";
import { readTable } from "../../src/data/read-table.ts";
import type { ColumnKind, DenseTable, SparseTable, Table } from "../../src/data/table.ts";
import { folderWith } from "../proxkit.ts";

/** A file that another program wrote; files/README.md tells how. */
export function foreign(name: string): string {
  return fileURLToPath(new URL(`./files/${name}`, import.meta.url));
}

export interface Asked extends ReadOptions {
  /** Columns that are categories. Default: none; all others are numbers. */
  readonly categories?: readonly string[];
  /** Columns that are not asked for. Default: none. */
  readonly others?: readonly string[];
}

/** Reads a file as a command would. */
export function read(path: string, { categories, others, ...options }: Asked = {}): Promise<Table> {
  const kindOf = (name: string): ColumnKind | undefined => {
    if (others?.includes(name)) return undefined;
    return categories?.includes(name) ? "category" : "number";
  };
  return readTable(path, kindOf, options);
}

export async function readDense(path: string, asked?: Asked): Promise<DenseTable> {
  const table = await read(path, asked);
  if (table.kind !== "dense") throw new Error(`${path} is sparse`);
  return table;
}

export async function readSparse(path: string, asked?: Asked): Promise<SparseTable> {
  const table = await read(path, asked);
  if (table.kind !== "sparse") throw new Error(`${path} is dense`);
  return table;
}

/** A file with these bytes, gone after the test. */
export function fileOf(name: string, bytes: string | Uint8Array): string {
  const path = join(folderWith(), name);
  writeFileSync(path, bytes);
  return path;
}

/** The message of the error that a reading ends with, the path in it as its last part. */
export async function messageOf(path: string, asked?: Asked): Promise<string> {
  try {
    await read(path, asked);
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "UsageError") return message.replaceAll(path, path.replace(/^.*[\\/]/, ""));
    throw error;
  }
  return "";
}
