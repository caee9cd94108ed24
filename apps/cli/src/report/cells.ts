import type { Cell, SectionCheck, Verdict } from "@proxkit/paper";
import { short } from "../output/format.ts";
import { asText } from "./as-text.ts";

/** A cell for a person to read: four significant digits, whole numbers whole, – for no value. */
export function shown(cell: Cell): string {
  if (cell === null) return "–";
  return typeof cell === "number" ? number(cell) : asText(cell);
}

function number(x: number): string {
  return Number.isInteger(x) && Math.abs(x) < 1e6 ? String(x) : short(x);
}

/** Not by colour alone. */
export const OUTCOMES: Readonly<Record<Verdict["outcome"] | SectionCheck["verdict"], string>> = {
  agrees: "✓ agrees",
  differs: "✗ differs",
  holds: "✓ holds",
  fails: "✗ fails",
  notApplicable: "· not applicable",
};
