import { markdownTable } from "markdown-table";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * A Markdown table whose columns line up.
 *
 * @param rows cells in Markdown, each row as long as the head
 * @param right which columns stand flush right
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly boolean[] = [],
): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return markdownTable(cells, {
    align: head.map((_, j) => (right[j] ? "r" : "l")),
    // w̄ is two code points, and one place wide
    stringLength: (text) => [...graphemes.segment(text)].length,
  });
}
