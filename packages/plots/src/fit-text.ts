import { textWidth } from "./text-width.ts";

/** The text, its end cut off and marked … where it would be wider than so many px. */
export function truncate(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = Array.from(text); // whole code points
  while (characters.length > 0 && textWidth(`${characters.join("")}…`, fontSize) > width)
    characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** The text as lines no wider than so many px, broken at spaces; a longer word is cut off. */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const extended = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(extended, fontSize) <= width)
      lines[lines.length - 1] = extended;
    else lines.push(truncate(word, width, fontSize));
  }
  return lines;
}
