import type { PathRequest } from "./path-result.ts";
import type { Table } from "./read-csv.ts";

/** The names of the inputs: all columns but the target, in order. */
export function inputsOf({ columns }: Pick<Table, "columns">, target: string): string[] {
  return columns.filter((name) => name !== target);
}

/** Target and inputs of a table. */
export function columnsOf(table: Table, target: string): Pick<PathRequest, "X" | "y"> {
  const { columns, rows, values } = table;
  const at = columns.indexOf(target);
  const inputs = columns.length - 1;
  const data = new Float64Array(rows * inputs);
  const y = new Float64Array(rows);
  let to = 0;
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns.length; i++) {
      const value = values[j * columns.length + i];
      if (i === at) y[j] = value;
      else data[to++] = value;
    }
  return { X: { data, rows, columns: inputs }, y };
}
