import { UsageError } from "../usage-error.ts";
import { Intake } from "./intake.ts";
import { readNpyArray, readNpyHeader } from "./npy-array.ts";
import type { NpyHeader } from "./npy-header.ts";
import { type NpzArchive, openNpz } from "./npz-archive.ts";
import { numbered } from "./numbered.ts";
import { matrixColumn } from "./read-npy.ts";
import type { ReadRequest } from "./read-request.ts";
import { isScipy, readScipy } from "./read-scipy.ts";
import type { DenseTable, Table } from "./table.ts";

/**
 * Reads an .npz file: the columns "0", "1", … of a matrix X, and each array of one entry a row, such as y,
 * as a column of its name; or a sparse matrix as scipy.sparse.save_npz writes it.
 */
export async function readNpz(path: string, request: ReadRequest): Promise<Table> {
  const archive = await openNpz(path);
  try {
    return isScipy(archive)
      ? await readScipy(archive, request)
      : await readArrays(archive, request);
  } finally {
    archive.close();
  }
}

async function readArrays(archive: NpzArchive, request: ReadRequest): Promise<DenseTable> {
  const { source } = request;
  const headers = new Map<string, NpyHeader>();
  for (const name of archive.names)
    headers.set(name, await readNpyHeader(archive.open(name), `${source}: array ${name}`));
  const matrix = matrixOf(headers, source);
  const { shape } = headers.get(matrix) as NpyHeader;
  const numbers = numbered(shape, `${source}: array ${matrix}`);
  const [rows, width] = shape;
  const vectors = vectorsOf(headers, matrix, rows, source);

  const intake = new Intake([...numbers, ...vectors], request, (i, j) =>
    j < width
      ? `${source}: array ${matrix}, row ${i}, column ${j} (from 0)`
      : `${source}: array ${vectors[j - width]}, row ${i} (from 0)`,
  );
  intake.reserve(rows);
  const read = (name: string) =>
    readNpyArray(archive.open(name), { ...request, source: `${source}: array ${name}` });
  const inputs = intake.used.some(({ index }) => index < width) ? await read(matrix) : undefined;
  const columns = [];
  for (const { name, index } of intake.used) {
    if (inputs && index < width) columns.push(matrixColumn(inputs, index));
    else columns.push({ cells: (await read(name)).entries, offset: 0, stride: 1 });
  }
  intake.addColumns(columns, rows);
  return intake.finish();
}

/** The array X, or the only matrix that is not called y. */
function matrixOf(headers: ReadonlyMap<string, NpyHeader>, source: string): string {
  if (headers.has("X")) return "X";
  const matrices = [...headers].filter(([name, { shape }]) => shape.length === 2 && name !== "y");
  if (matrices.length === 1) return matrices[0][0];
  const found = [...headers].map(([name, { shape }]) => `${name} (${shape.join(" × ")})`);
  throw new UsageError(
    `${source}: expected an array X, or one array of 2 dimensions, received ${found.join(", ") || "none"}`,
  );
}

/** The arrays with one entry a row. */
function vectorsOf(
  headers: ReadonlyMap<string, NpyHeader>,
  matrix: string,
  rows: number,
  source: string,
): string[] {
  const isVector = ({ shape, length }: NpyHeader) => shape[0] === rows && length === rows;
  const y = headers.get("y");
  if (y && !isVector(y))
    throw new UsageError(
      `${source}: array y must have an entry for each of the ${rows} rows of ${matrix}, received ${y.shape.join(" × ") || "one number"}`,
    );
  return [...headers]
    .filter(([name, header]) => name !== matrix && isVector(header))
    .map(([name]) => name);
}
