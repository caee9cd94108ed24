/** Entries on a side of the tiles that are turned at once: both fit in the nearest cache. */
const TILE = 32;

/** out ← the columns of a row-major rows × columns matrix, one after the other. */
export function transpose(
  data: ArrayLike<number>,
  rows: number,
  columns: number,
  out: Float64Array | Float32Array,
): void {
  for (let top = 0; top < rows; top += TILE) {
    const bottom = Math.min(rows, top + TILE);
    for (let left = 0; left < columns; left += TILE) {
      const right = Math.min(columns, left + TILE);
      for (let j = left; j < right; j++)
        for (let i = top; i < bottom; i++) out[j * rows + i] = data[i * columns + j];
    }
  }
}
