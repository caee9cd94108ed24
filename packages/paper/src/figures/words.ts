import type { TextBlock } from "../section.ts";

/** A number in a sentence: a few digits, and a power of ten where it is small or large. */
export function short(x: number | null, digits = 3): string {
  if (x === null) return "none";
  if (x === 0) return "0";
  const size = Math.abs(x);
  return size >= 1e-3 && size < 1e5
    ? String(Number(x.toPrecision(digits)))
    : x.toExponential(digits - 1);
}

export function text(...paragraphs: readonly string[]): TextBlock {
  return { kind: "text", text: paragraphs.join("\n\n") };
}

/** "24 of 30" */
export function outOf(part: number, all: number): string {
  return `${part} of ${all}`;
}
