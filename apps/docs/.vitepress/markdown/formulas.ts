import katex from "katex";
import type { MarkdownRenderer } from "vitepress";
import { formula } from "./formula.ts";

/**
 * Indented blocks are formulas in this house: they are set as mathematics, which a screen reader reads as such.
 * What is none, or cannot be set, stays as it is.
 */
export function formulas(md: MarkdownRenderer): void {
  const plain = md.renderer.rules.code_block;
  md.renderer.rules.code_block = (tokens, index, options, env, self) => {
    const html =
      setFormula(tokens[index].content) ?? plain?.(tokens, index, options, env, self) ?? "";
    return `<div class="formula" v-pre>${html}</div>`;
  };
}

/**
 * A formula of this house as HTML; undefined if the text is none, or has something that KaTeX does not know. A test
 * holds ours to be none of the latter.
 */
export function setFormula(text: string): string | undefined {
  const tex = formula(text);
  if (tex === undefined) return undefined;
  try {
    return katex.renderToString(tex, { displayMode: true, fleqn: true, strict: "error" });
  } catch (error) {
    if (error instanceof katex.ParseError) return undefined;
    throw error;
  }
}
