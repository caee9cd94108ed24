import type { FlatMatrix, SparseMatrix } from "@proxkit/core";

/** Whether any column of a matrix holds two different numbers. */
export function varies(X: FlatMatrix | SparseMatrix): boolean {
  return "starts" in X ? sparseVaries(X) : denseVaries(X);
}

function denseVaries({ data, rows, columns, layout = "rows" }: FlatMatrix): boolean {
  const [down, across] = layout === "rows" ? [columns, 1] : [1, rows];
  for (let i = 1; i < rows; i++)
    for (let j = 0; j < columns; j++)
      if (data[i * down + j * across] !== data[j * across]) return true;
  return false;
}

function sparseVaries({ starts, values, rows, columns }: SparseMatrix): boolean {
  for (let j = 0; j < columns; j++) {
    const first = starts[j + 1] - starts[j] < rows ? 0 : values[starts[j]];
    for (let at = starts[j]; at < starts[j + 1]; at++) if (values[at] !== first) return true;
  }
  return false;
}
