import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { MarkdownRenderer } from "vitepress";

/**
 * Pictures with their size, so that nothing moves when they come, in a box in which a narrow screen scrolls them.
 * Those of examples/ are taken from the gallery's copy.
 *
 * @param md the renderer that gets the rule
 * @param root the repository's root folder
 */
export function pictures(md: MarkdownRenderer, root: string): void {
  const plain = md.renderer.rules.image;
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const folder = posix.join("docs", posix.dirname(env.relativePath));
    const file = posix.join(folder, token.attrGet("src") ?? "");
    const here = file.replace(/^examples\//, "docs/gallery/");
    if (here !== file) token.attrSet("src", `./${posix.relative(folder, here)}`);
    const size = here.endsWith(".svg") ? sizeOf(join(root, here)) : undefined;
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
