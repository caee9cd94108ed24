import { readFileSync } from "node:fs";

const table = new URL("../../../examples/data/diabetes-standardized.csv", import.meta.url);

/** Efron's diabetes data: 442 × 10, columns of mean 0 and variance 1, the target of mean 0. */
export function diabetes(): { readonly X: Float64Array; readonly y: Float64Array } {
  const rows = readFileSync(table, "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(",").map(Number));
  return {
    X: Float64Array.from(rows.flatMap((row) => row.slice(0, -1))),
    y: Float64Array.from(rows.map((row) => row[row.length - 1])),
  };
}
