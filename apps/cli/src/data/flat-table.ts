/**
 * Where field `index` of a flatbuffer's table is; undefined if the table has none.
 *
 * @see https://flatbuffers.dev/internals/
 */
export function fieldAt(view: DataView, table: number, index: number): number | undefined {
  const fields = table - view.getInt32(table, true);
  const slot = 4 + 2 * index;
  if (slot >= view.getUint16(fields, true)) return undefined;
  const offset = view.getUint16(fields + slot, true);
  return offset === 0 ? undefined : table + offset;
}

/** What is referred to at a place. */
export function follow(view: DataView, at: number): number {
  return at + view.getUint32(at, true);
}

/** The table in a field of a table. */
export function tableAt(view: DataView, table: number, index: number): number | undefined {
  const at = fieldAt(view, table, index);
  return at === undefined ? undefined : follow(view, at);
}

/** The entries of a vector: the first is at `from`. */
export interface FlatVector {
  readonly from: number;
  readonly count: number;
}

/**
 * The vector in a field of a table; an empty one if there is none.
 *
 * @throws Error if it is longer than the flatbuffer
 */
export function vectorAt(
  view: DataView,
  table: number,
  index: number,
  entryBytes: number,
): FlatVector {
  const vector = tableAt(view, table, index);
  if (vector === undefined) return { from: 0, count: 0 };
  const count = view.getUint32(vector, true);
  const from = vector + 4;
  if (from + count * entryBytes > view.byteLength)
    throw new Error("a list is longer than what it is in");
  return { from, count };
}
