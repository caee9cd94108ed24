import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "npyjs";
import { UsageError } from "../usage-error.ts";
import type { Table, Wanted } from "./table.ts";

/** Reads a two-dimensional .npy array of numbers; its columns are named "0", "1", … */
export async function readNpy(input: Readable, source: string, wanted: Wanted): Promise<Table> {
  const { data, shape, fortranOrder, dtype } = parseNpy(await buffer(input), source);
  if (shape.length !== 2)
    throw new UsageError(
      `${source}: expected an array of 2 dimensions (rows, columns), received ${shape.length}`,
    );
  const [rows, width] = shape;
  if (rows === 0 || width === 0)
    throw new UsageError(
      `${source}: expected at least 1 row and 1 column, received ${rows} × ${width}`,
    );
  const entries = data as unknown as ArrayLike<number | bigint>;
  if (entries.length !== rows * width || typeof entries[0] === "string")
    throw new UsageError(
      `${source}: expected ${rows * width} numbers, received ${entries.length} of type ${dtype}`,
    );
  const columns = Array.from({ length: width }, (_, j) => String(j));
  const used = columns.map(wanted);
  const values = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < width; j++) {
      const entry = entries[fortranOrder ? j * rows + i : i * width + j];
      const value = used[j] ? Number(entry) : Number.NaN;
      if (used[j] && !Number.isFinite(value))
        throw new UsageError(
          `${source}: row ${i}, column ${j} (from 0) must hold a finite number, received ${value}`,
        );
      values[i * width + j] = value;
    }
  return { source, columns, rows, values };
}

function parseNpy(bytes: Buffer, source: string) {
  if (bytes.subarray(1, 6).toString("latin1") !== "NUMPY")
    throw new UsageError(`${source}: is not a .npy file (no NUMPY signature)`);
  try {
    const { buffer: memory, byteOffset, byteLength } = bytes;
    return parse(memory.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  } catch (error) {
    throw new UsageError(`${source}: cannot be read as .npy (${(error as Error).message})`, {
      cause: error,
    });
  }
}
