import { decimal } from "./decimal.ts";

/** What stands for a missing value in text, in capitals or not. */
const MISSING = new Set(["", "na", "n/a", "nan", "null", "?"]);

/** Whether a cell holds nothing: null, NaN, or text that says so. */
export function isMissing(cell: unknown): boolean {
  if (typeof cell === "string") return MISSING.has(cell.trim().toLowerCase());
  return cell === null || cell === undefined || Number.isNaN(cell);
}

/** The number in a cell of any format; NaN if there is none. Of booleans true is 1. */
export function numberIn(cell: unknown): number {
  switch (typeof cell) {
    case "number":
      return cell;
    case "bigint":
    case "boolean":
      return Number(cell);
    case "string":
      return decimal(cell.trim());
    default:
      return Number.NaN;
  }
}

/** The level that a cell of a category column names; undefined for a list, a date and the like. */
export function levelIn(cell: unknown): string | undefined {
  return typeof cell === "object" || cell === undefined ? undefined : String(cell);
}

/** A cell as a message shows it. */
export function describe(cell: unknown): string {
  if (cell === "" || cell === null || cell === undefined) return "nothing";
  if (typeof cell === "string")
    return JSON.stringify(cell.length > 60 ? `${cell.slice(0, 60)}…` : cell);
  if (cell instanceof Date) return "a date";
  if (Array.isArray(cell) || ArrayBuffer.isView(cell)) return "a list";
  return typeof cell === "object" ? "a structure" : String(cell);
}
