import type { Compressed } from "./compressed.ts";

/** The entries with some columns replaced. */
export function withColumns(
  entries: Compressed,
  columns: ReadonlyMap<number, Float64Array>,
): Compressed {
  if (columns.size === 0) return entries;
  const starts = new Uint32Array(entries.starts.length);
  for (let j = 0; j + 1 < starts.length; j++) {
    const count =
      columns.get(j)?.reduce((sum, x) => (x === 0 ? sum : sum + 1), 0) ??
      entries.starts[j + 1] - entries.starts[j];
    starts[j + 1] = starts[j] + count;
  }
  const indices = new Uint32Array(starts[starts.length - 1]);
  const values = new Float64Array(indices.length);
  for (let j = 0; j + 1 < starts.length; j++) {
    const column = columns.get(j);
    let to = starts[j];
    if (column)
      column.forEach((x, row) => {
        if (x === 0) return;
        indices[to] = row;
        values[to++] = x;
      });
    else {
      const [from, end] = [entries.starts[j], entries.starts[j + 1]];
      indices.set(entries.indices.subarray(from, end), to);
      values.set(entries.values.subarray(from, end), to);
    }
  }
  return { starts, indices, values };
}
