import { outOf, short } from "../figures/words.ts";
import type { PaperPenalty } from "../published/published.ts";
import { publishedColumns } from "../published/published.ts";
import { printedCriticalPoint } from "../rules/printed-critical-point.ts";
import type { Verdict } from "../section.ts";

/** The verdicts on a table in a paragraph. */
export function verdictInWords(
  penalty: PaperPenalty,
  verdicts: readonly Verdict[],
  consistency: readonly Verdict[],
): string {
  return [
    `**ū rows:** ${rowsOfU(verdicts.filter(({ rule }) => rule === "agrees"))}.`,
    `**w̄ rows:** ${rowsOfW(penalty)}.`,
    `**Zeros:** ${verdicts.find(({ rule }) => rule === "row-shift")?.words.split(":")[0]}.`,
    `**Losses:** ${outOf(agreeing(consistency), consistency.length)} printed losses of unit vectors are f of the printed angle.`,
  ].join(" ");
}

function agreeing(verdicts: readonly Verdict[]): number {
  return verdicts.filter(({ outcome }) => outcome === "agrees").length;
}

function rowsOfU(verdicts: readonly Verdict[]): string {
  const differ = verdicts.filter(({ outcome }) => outcome === "differs");
  const columns = new Set(differ.map(({ about }) => about.split("d = ")[1]));
  const where = differ.length > 0 ? `; the others are at d = ${[...columns].join(", ")}` : "";
  return `${outOf(agreeing(verdicts), verdicts.length)} printed numbers agree with our runs${where}`;
}

function rowsOfW(penalty: PaperPenalty): string {
  const found = publishedColumns.map((d) => printedCriticalPoint(penalty, d));
  const off = found.filter(({ critical }) => !critical).map(({ factor }) => factor);
  if (off.length === 0) return "all columns are critical points to the printed digits";
  const range = [Math.min(...off), Math.max(...off)].map((factor) => short(factor, 2));
  return `${outOf(off.length, found.length)} columns are not critical points: eq. (17) is off by factors from ${range.join(" to ")}`;
}
