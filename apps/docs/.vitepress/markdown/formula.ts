import { formulaPiece } from "./formula-piece.ts";

/** A part of a line: between gaps of two or more spaces, or where the line below begins under it. */
interface Piece {
  readonly start: number;
  /** Spaces before it. */
  readonly gap: number;
  readonly text: string;
}

/**
 * A formula as this house writes it in doc comments and READMEs, in TeX: lines of Unicode, in which gaps of two or
 * more spaces make columns where lines next to each other have them at the same place.
 *
 *     P(w) = Σᵢ |wᵢ|      ->   P(w) = \sum _{i} |w_{i}|
 *
 * @param text the lines
 * @returns undefined if the text is code, not a formula
 */
export function formula(text: string): string | undefined {
  if (/[`"]|=>|\$\{|\/\/|;\s*$/m.test(text)) return undefined;
  const lines = text.trimEnd().split("\n").map(pieces);
  for (let i = lines.length - 1; i > 0; i--)
    lines[i - 1] = cut(lines[i - 1], lines[i][0]?.start ?? 0);
  const rows: string[] = [];
  for (let first = 0; first < lines.length; ) {
    let last = first;
    while (last + 1 < lines.length && shared(lines[last], lines[last + 1]).length > 0) last++;
    rows.push(last > first ? columns(lines.slice(first, last + 1)) : inRow(lines[first]));
    first = last + 1;
  }
  return rows.length === 1 ? rows[0] : `\\begin{array}{l}${rows.join(nextRow)}\\end{array}`;
}

const nextRow = "\\\\[0.4em]";

function pieces(line: string): Piece[] {
  return Array.from(line.matchAll(/( *)(\S+(?: \S+)*)/g), (found) => ({
    start: found.index + found[1].length,
    gap: found[1].length,
    text: found[2],
  }));
}

/** A line in two parts where another one begins under the middle of it. */
function cut(line: readonly Piece[], place: number): Piece[] {
  return line.flatMap(({ start, gap, text }) => {
    const at = place - start;
    if (text[at - 1] !== " ") return { start, gap, text };
    return [
      { start, gap, text: text.slice(0, at - 1) },
      { start: place, gap: 2, text: text.slice(at) },
    ];
  });
}

/** The columns that both lines have after a gap. */
function shared(one: readonly Piece[], other: readonly Piece[]): number[] {
  const starts = (line: readonly Piece[]) =>
    line.flatMap(({ start, gap }) => (gap > 1 ? [start] : []));
  return starts(one).filter((start) => starts(other).includes(start));
}

function inRow(line: readonly Piece[]): string {
  const texts = line.map(({ gap, text }, i) => {
    const space = i === 0 ? "" : gap > 2 ? "\\quad " : "\\;";
    return space + formulaPiece(text);
  });
  return `\\displaystyle ${texts.join("")}`;
}

/** Lines below each other with columns that they share. */
function columns(lines: readonly Piece[][]): string {
  const starts = new Set([0]);
  for (let i = 1; i < lines.length; i++)
    for (const start of shared(lines[i - 1], lines[i])) starts.add(start);
  const edges = [...starts].sort((a, b) => a - b);
  const end = (j: number) => edges[j + 1] ?? Number.POSITIVE_INFINITY;
  const rows = lines.map((line) =>
    edges
      .map((edge, j) => inRow(line.filter(({ start }) => start >= edge && start < end(j))))
      .join("&"),
  );
  return `\\begin{array}{${"l".repeat(edges.length)}}${rows.join(nextRow)}\\end{array}`;
}
