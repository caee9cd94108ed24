import { short } from "./figures/words.ts";
import type { TextBlock } from "./section.ts";

/** Paragraphs of Markdown in which the star of w* is a star; two stars make bold. */
export function say(...paragraphs: readonly string[]): TextBlock {
  return { kind: "text", text: paragraphs.map(withStars).join("\n\n") };
}

/** Single stars escaped, so that Markdown shows them. */
export function withStars(text: string): string {
  return text.replaceAll(/(?<![*\\])\*(?!\*)/g, "\\*");
}

/** Differences below this are rounding, whose digits depend on the machine. */
const ROUNDING = 1e-9;

/** A difference in words: its size, or that it is rounding. */
export function difference(x: number): string {
  return x < ROUNDING ? "not apart but for rounding" : `${short(x)} radians apart`;
}
