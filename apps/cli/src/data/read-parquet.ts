import { UsageError } from "../usage-error.ts";
import { Intake } from "./intake.ts";
import { withoutIndex } from "./pandas-index.ts";
import type { ReadRequest } from "./read-request.ts";
import type { DenseTable } from "./table.ts";

/** Reads the columns of a Parquet file that are asked for, one group of rows after another. */
export async function readParquet(path: string, request: ReadRequest): Promise<DenseTable> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetScan, parquetSchema } = await import(
    "hyparquet"
  );
  const { compressors } = await import("hyparquet-compressors");
  const { source } = request;
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const columns = withoutIndex(parquetSchema(metadata).children.map(({ element }) => element.name));
  const intake = new Intake(
    columns,
    request,
    (i, j) => `${source}: row ${i} (from 0), column ${columns[j]}`,
  );
  const rows = Number(metadata.num_rows);
  if (rows === 0) throw new UsageError(`${source}: has no rows of data`);
  intake.reserve(rows);

  const names = intake.used.map(({ name }) => name);
  const scan = await parquetScan({ file, metadata, compressors, columns: names });
  let read = 0;
  for (const { rowStart, rowEnd } of scan.ranges) {
    const group = [];
    for (const column of names) {
      const cells = await scan.readColumn({ column, rowStart, rowEnd });
      if (cells.length !== rowEnd - rowStart)
        throw new Error(
          `column ${column} has ${cells.length} of ${rowEnd - rowStart} values from row ${rowStart} on`,
        );
      group.push({ cells, offset: 0, stride: 1 });
    }
    intake.addColumns(group, rowEnd - rowStart);
    read += rowEnd - rowStart;
  }
  if (read !== rows) throw new Error(`it has ${read} of ${rows} rows`);
  return intake.finish();
}
