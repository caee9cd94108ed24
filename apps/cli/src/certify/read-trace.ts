import { decimal } from "../data/decimal.ts";
import { TRACE_COLUMNS } from "../fit/trace.ts";
import { UsageError } from "../usage-error.ts";

/** A line of a trace by its columns; null is what is not known. */
export type TraceRow = Readonly<Record<string, number | null>>;

/** Whether a text is a trace that `fit --trace` wrote, now or before it had as many columns. */
export function isTrace(text: string): boolean {
  return /^iteration,objective[,\r\n]/.test(text);
}

/** @throws UsageError naming file, line and column */
export function readTrace(file: string, text: string): TraceRow[] {
  const [header, ...lines] = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const columns = header.split(",");
  const stranger = columns.find((name) => !Object.hasOwn(TRACE_COLUMNS, name));
  if (stranger !== undefined)
    throw new UsageError(`${file}:1: ${stranger} is no column of a trace that fit --trace writes`);
  if (lines.length === 0) throw new UsageError(`${file}: has a header, but no iterations`);
  return lines.map((line, n) => {
    const cells = line.split(",");
    if (cells.length !== columns.length)
      throw new UsageError(
        `${file}:${n + 2}: expected ${columns.length} values, received ${cells.length}`,
      );
    const entries = cells.map((cell, j) => [
      columns[j],
      numberOf(cell, `${file}:${n + 2}:${j + 1}`),
    ]);
    return Object.fromEntries(entries);
  });
}

/** As JavaScript prints it; a run that diverged has infinities and NaN. */
function numberOf(cell: string, where: string): number | null {
  if (cell === "") return null;
  if (/^(-?Infinity|NaN)$/.test(cell)) return Number(cell);
  const value = decimal(cell);
  if (Number.isNaN(value)) throw new UsageError(`${where}: expected a number, received "${cell}"`);
  return value;
}
