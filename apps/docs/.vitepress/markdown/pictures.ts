import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { MarkdownRenderer } from "vitepress";

/**
 * Pictures with their size, so that nothing moves when they come, in a box in which a narrow screen scrolls them.
 *
 * @param md the renderer that gets the rule
 */
export function pictures(md: MarkdownRenderer): void {
  const plain = md.renderer.rules.image;
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const src = token.attrGet("src") ?? "";
    const size = src.endsWith(".svg") ? sizeOf(join(dirname(env.path), src)) : undefined;
    if (size) for (const [name, value] of Object.entries(size)) token.attrSet(name, value);
    const image = plain?.(tokens, index, options, env, self) ?? "";
    return size ? `<span class="picture">${image}</span>` : image;
  };
}

function sizeOf(file: string): Record<"width" | "height", string> | undefined {
  const head = readFileSync(file, "utf8").match(/<svg\b[^>]*>/)?.[0] ?? "";
  const [width, height] = ["width", "height"].map((name) => head.match(`\\s${name}="(\\d+)`)?.[1]);
  return width && height ? { width, height } : undefined;
}
