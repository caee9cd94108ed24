import katex from "katex";
import type { MarkdownRenderer } from "vitepress";
import { formula } from "./formula.ts";

/**
 * Indented blocks are formulas in this house: they are set as mathematics, which a screen reader reads as such.
 * What is none stays as it is.
 */
export function formulas(md: MarkdownRenderer): void {
  const plain = md.renderer.rules.code_block;
  md.renderer.rules.code_block = (tokens, index, options, env, self) => {
    const tex = formula(tokens[index].content);
    if (tex === undefined)
      return `<div class="formula">${plain?.(tokens, index, options, env, self)}</div>`;
    const html = katex.renderToString(tex, { displayMode: true, fleqn: true, strict: "error" });
    return `<div class="formula" v-pre>${html}</div>`;
  };
}
