import { type FileHandle, open } from "node:fs/promises";
import type { Data, DataType, Vector } from "apache-arrow";
import { UsageError } from "../usage-error.ts";
import { type ColumnOfCells, Intake } from "./intake.ts";
import { decompressLz4Frame } from "./lz4-frame.ts";
import { withoutIndex } from "./pandas-index.ts";
import type { ReadRequest } from "./read-request.ts";
import { scanArrow } from "./scan-arrow.ts";
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
    await checkVersion(file, source);
    const rows = await scanArrow(file);
    if (rows === 0) throw new UsageError(`${source}: has no rows of data`);
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
    intake.reserve(rows);
    let read = 0;
    for await (const batch of reader) {
      intake.addColumns(
        used.map((at) => cellsOf(arrow.DataType, batch.getChildAt(at) as Vector)),
        batch.numRows,
      );
      read += batch.numRows;
    }
    if (read !== rows) throw new Error(`it has ${read} of ${rows} rows`);
    return intake.finish();
  } finally {
    await file.close();
  }
}

/** Refuses the format of Feather before it was Arrow IPC. */
async function checkVersion(file: FileHandle, source: string): Promise<void> {
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  if (buffer.toString() === "FEA1")
    throw new UsageError(`${source}: is a Feather file of version 1; write it as version 2`);
}

/** Refuses a column of dates, lists and the like. */
function checkType(
  { isInt, isFloat, isBool, isUtf8, isLargeUtf8, isUtf8View, isDictionary }: typeof DataType,
  type: DataType,
  name: string,
  source: string,
): void {
  const inner = isDictionary(type) ? type.dictionary : type;
  const known = [isInt, isFloat, isBool, isUtf8, isLargeUtf8, isUtf8View];
  if (known.some((is) => is(inner))) return;
  throw new UsageError(
    `${source}: column ${name} must hold numbers, booleans or text, received ${inner}`,
  );
}

function cellsOf(types: typeof DataType, vector: Vector): ColumnOfCells {
  for (const data of vector.data) checkLength(types, data);
  const { type, nullCount } = vector;
  const isHalf = types.isFloat(type) && type.precision === 0;
  const plain = nullCount === 0 && (types.isInt(type) || types.isFloat(type)) && !isHalf;
  return { cells: plain ? vector.toArray() : Array.from(vector), offset: 0, stride: 1 };
}

/** A length that is not that of the data comes from damage, and could be any number. */
function checkLength(
  { isBool, isUtf8, isLargeUtf8, isUtf8View }: typeof DataType,
  data: Data,
): void {
  const { type, length, nullCount, nullBitmap, values, valueOffsets } = data;
  const isText = isUtf8(type) || isLargeUtf8(type);
  const there = isText ? valueOffsets.length - 1 : values.length;
  const perValue = isBool(type) ? 1 / 8 : isUtf8View(type) ? 16 : 1;
  if (there < length * perValue || (nullCount > 0 && nullBitmap.length < length / 8))
    throw new Error(
      `expected ${length} values in a batch, received ${Math.floor(there / perValue)}`,
    );
}
