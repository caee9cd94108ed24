import { open } from "node:fs/promises";
import type { DataType, Vector } from "apache-arrow";
import { UsageError } from "../usage-error.ts";
import { type ColumnOfCells, Intake } from "./intake.ts";
import { decompressLz4Frame } from "./lz4-frame.ts";
import { withoutIndex } from "./pandas-index.ts";
import type { ReadRequest } from "./read-request.ts";
import type { DenseTable } from "./table.ts";

/** Reads the columns of an Arrow IPC file or stream that are asked for, one batch of rows after another. */
export async function readArrow(path: string, request: ReadRequest): Promise<DenseTable> {
  const arrow = await import("apache-arrow");
  const { decompressZstd } = await import("hyparquet-compressors");
  const { compressionRegistry: codecs, CompressionType } = arrow;
  codecs.set(CompressionType.LZ4_FRAME, { decode: decompressLz4Frame });
  codecs.set(CompressionType.ZSTD, { decode: (bytes) => decompressZstd(bytes) });

  const { source } = request;
  const file = await open(path);
  try {
    await checkWhole(file, source);
    const reader = await arrow.RecordBatchReader.from(file);
    await reader.open();
    const { fields } = reader.schema;
    const columns = withoutIndex(fields.map(({ name }) => name));
    const intake = new Intake(
      columns,
      request,
      (i, j) => `${source}: row ${i} (from 0), column ${columns[j]}`,
    );
    const used = intake.used.map(({ name }) => fields.findIndex((field) => field.name === name));
    for (const at of used) checkType(arrow.DataType, fields[at].type, fields[at].name, source);
    let rows = 0;
    for await (const batch of reader) {
      intake.addColumns(
        used.map((at) => cellsOf(arrow.DataType, batch.getChildAt(at) as Vector)),
        batch.numRows,
      );
      rows += batch.numRows;
    }
    if (rows === 0) throw new UsageError(`${source}: has no rows of data`);
    return intake.finish();
  } finally {
    await file.close();
  }
}

const START = "ARROW1";

/** Refuses a file that lost its end: what is left of it could look like a stream. */
async function checkWhole(file: Awaited<ReturnType<typeof open>>, source: string): Promise<void> {
  const { size } = await file.stat();
  const text = async (at: number) =>
    (await file.read(Buffer.alloc(START.length), 0, START.length, at)).buffer.toString("latin1");
  const start = await text(0);
  if (start.startsWith("FEA1"))
    throw new UsageError(`${source}: is a Feather file of version 1; write it as version 2`);
  if (start === START && (await text(Math.max(0, size - START.length))) !== START)
    throw new UsageError(`${source}: cannot be read as Arrow (its end is missing)`);
}

/** Refuses a column of dates, lists and the like. */
function checkType(
  {
    isInt,
    isFloat,
    isBool,
    isUtf8,
    isLargeUtf8,
    isUtf8View,
    isDictionary,
    isNull,
  }: typeof DataType,
  type: DataType,
  name: string,
  source: string,
): void {
  const inner = isDictionary(type) ? type.dictionary : type;
  const known = [isInt, isFloat, isBool, isUtf8, isLargeUtf8, isUtf8View, isNull];
  if (known.some((is) => is(inner))) return;
  throw new UsageError(
    `${source}: column ${name} must hold numbers, booleans or text, received ${inner}`,
  );
}

function cellsOf({ isInt, isFloat }: typeof DataType, vector: Vector): ColumnOfCells {
  const { type, nullCount } = vector;
  const isHalf = isFloat(type) && type.precision === 0;
  const plain = nullCount === 0 && (isInt(type) || isFloat(type)) && !isHalf;
  return { cells: plain ? vector.toArray() : Array.from(vector), offset: 0, stride: 1 };
}
