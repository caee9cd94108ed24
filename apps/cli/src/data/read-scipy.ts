import { UsageError } from "../usage-error.ts";
import { numberIn } from "./cells.ts";
import { type Compressed, sumDuplicates, turn } from "./compressed.ts";
import { type NpyArray, readNpyArray } from "./npy-array.ts";
import type { NpzArchive } from "./npz-archive.ts";
import { numbered } from "./numbered.ts";
import type { ReadRequest } from "./read-request.ts";
import { checkRoom } from "./room.ts";
import { sparseTable } from "./sparse-intake.ts";
import type { SparseTable } from "./table.ts";

/** Whether an archive is what scipy.sparse.save_npz writes. */
export function isScipy({ names }: NpzArchive): boolean {
  return ["format", "shape", "data"].every((name) => names.includes(name));
}

/**
 * Reads a sparse matrix by rows (CSR) or columns (CSC); its columns are named "0", "1", … Entries at the
 * same place are added, as scipy does.
 */
export async function readScipy(archive: NpzArchive, request: ReadRequest): Promise<SparseTable> {
  const { source, room } = request;
  const read = async (name: string): Promise<NpyArray> => {
    if (!archive.names.includes(name)) throw damaged(source, `there is no array ${name}`);
    return readNpyArray(archive.open(name), { source: `${source}: array ${name}`, room });
  };
  const format = String((await read("format")).entries[0]);
  if (format !== "csr" && format !== "csc")
    throw new UsageError(
      `${source}: expected a sparse matrix in the format csr or csc, received ${format}`,
    );
  const shape = integers(await read("shape"), 2 ** 32 - 1, source);
  const columns = numbered([...shape], source);
  const [rows, width] = shape;
  const [majors, minors] = format === "csr" ? [rows, width] : [width, rows];
  checkRoom(source, `${majors} starts`, 8 * majors, room);

  const data = await read("data");
  const length = data.length;
  checkRoom(source, `${length} entries`, 16 * length, room);
  const starts = integers(await read("indptr"), length, source);
  const indices = integers(await read("indices"), minors - 1, source);
  if (starts.length !== majors + 1 || starts[0] !== 0 || starts[majors] !== length)
    throw damaged(source, "indptr does not fit shape and data");
  if (starts.some((start, i) => i > 0 && start < starts[i - 1]))
    throw damaged(source, "indptr does not ascend");
  if (indices.length !== length) throw damaged(source, "indices and data differ in length");

  const given: Compressed = { starts, indices, values: Float64Array.from(data.entries, numberIn) };
  // turning once or twice sorts the rows of each column
  const byRows = format === "csr" ? given : turn(given, minors);
  const entries = sumDuplicates(turn(byRows, width));
  const place = (i: number, j: number) => `${source}: row ${i}, column ${j} (from 0)`;
  return sparseTable({ columns, rows, entries, place, openEnded: false }, request);
}

/** Whole numbers from 0 to `most`. */
function integers({ entries }: NpyArray, most: number, source: string): Uint32Array {
  const numbers = new Uint32Array(entries.length);
  for (let i = 0; i < numbers.length; i++) {
    const number = numberIn(entries[i]);
    if (!(Number.isInteger(number) && number >= 0 && number <= most))
      throw damaged(source, `expected a whole number from 0 to ${most}, received ${number}`);
    numbers[i] = number;
  }
  return numbers;
}

function damaged(source: string, reason: string): UsageError {
  return new UsageError(`${source}: is no sparse matrix of scipy (${reason})`);
}
