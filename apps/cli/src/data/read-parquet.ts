import type { FileMetaData, SchemaTree } from "hyparquet";
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
  const schema = parquetSchema(metadata);
  checkGroups(metadata, schema);
  const columns = withoutIndex(schema.children.map(({ element }) => element.name));
  const intake = new Intake(
    columns,
    request,
    (i, j) => `${source}: row ${i} (from 0), column ${columns[j]}`,
  );
  const names = intake.used.map(({ name }) => name);
  for (const { element, children } of schema.children)
    if (children.length > 0 && names.includes(element.name))
      throw new UsageError(
        `${source}: column ${element.name} must hold numbers, booleans or text, received lists or structures`,
      );
  const rows = Number(metadata.num_rows);
  if (rows === 0) throw new UsageError(`${source}: has no rows of data`);
  intake.reserve(rows);

  const scan = await parquetScan({ file, metadata, compressors, columns: names });
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
  }
  return intake.finish();
}

/** Groups of rows that do not hold the columns of the schema, or not all rows, come from damage. */
function checkGroups({ row_groups, num_rows }: FileMetaData, schema: SchemaTree): void {
  const columns = leaves(schema).join();
  let rows = 0n;
  for (const group of row_groups) {
    const held = group.columns.map((column) => column.meta_data?.path_in_schema.join("."));
    if (held.join() !== columns) throw new Error("a group of rows does not hold the columns");
    rows += group.num_rows;
  }
  if (rows !== num_rows) throw new Error(`its groups hold ${rows} of ${num_rows} rows`);
}

/** The columns that hold values, as "a" or "list.element". */
function leaves({ path, children }: SchemaTree): string[] {
  return children.length > 0 ? children.flatMap(leaves) : [path.join(".")];
}
