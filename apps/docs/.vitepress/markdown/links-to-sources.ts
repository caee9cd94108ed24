import { statSync } from "node:fs";
import { join, posix } from "node:path";
import type { MarkdownRenderer } from "vitepress";
import { repository } from "../site.ts";

/**
 * Links that lead out of docs/, such as `../packages/core/README.md`, to what they lead to in the repository:
 * on the site there is no such page.
 *
 * @param md the renderer that gets the rule
 * @param root the repository's root folder
 */
export function linksToSources(md: MarkdownRenderer, root: string): void {
  md.core.ruler.push("links-to-sources", ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      if (href === null || !/^\.\.?\//.test(href)) continue;
      const path = posix.join("docs", posix.dirname(env.relativePath), href);
      if (path.startsWith("docs/")) continue;
      const kind = statSync(join(root, path.replace(/#.*/, ""))).isDirectory() ? "tree" : "blob";
      token.attrSet("href", `${repository}/${kind}/main/${path}`);
    }
  });
}
