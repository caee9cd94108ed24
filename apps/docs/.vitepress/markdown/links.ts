import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import type { MarkdownRenderer } from "vitepress";
import { repository } from "../site.ts";

/**
 * Links between files of the repository, as they work on GitHub, to what they lead to here: a page, the page of a
 * package where they lead to its folder or README, and else the file on GitHub.
 *
 * @param md the renderer that gets the rule
 * @param root the repository's root folder
 */
export function links(md: MarkdownRenderer, root: string): void {
  md.core.ruler.push("links", ({ tokens, env }) => {
    if (env.relativePath === undefined) return; // a title in frontmatter
    const page = posix.join("docs", env.relativePath);
    const source = env.frontmatter?.source ?? page; // where the text of the page stands
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      const target = href === null ? undefined : inRepository(href, source, root);
      if (target !== undefined) token.attrSet("href", address(target, page, root));
    }
  });
}

/** The path in the repository that a link leads to, with its fragment; undefined if none. */
function inRepository(href: string, source: string, root: string): string | undefined {
  const onGitHub = href.match(`^${repository}/(?:blob|tree)/main/(.*)$`)?.[1];
  if (onGitHub === undefined && /^[a-z]+:|^[#/]/.test(href)) return undefined;
  const path = onGitHub ?? posix.join(posix.dirname(source), href);
  return existsSync(join(root, withoutFragment(path))) ? path.replace(/\/$/, "") : undefined;
}

function address(target: string, page: string, root: string): string {
  const path = withoutFragment(target);
  const fragment = target.slice(path.length);
  const name = path.match(/^(?:packages|apps)\/([^/]+)(?:\/README\.md)?$/)?.[1];
  const here = name === undefined ? path : `docs/api/${name}.md`;
  if (here.startsWith("docs/")) return posix.relative(posix.dirname(page), here) + fragment;
  const kind = statSync(join(root, path)).isDirectory() ? "tree" : "blob";
  return `${repository}/${kind}/main/${target}`;
}

function withoutFragment(path: string): string {
  return path.replace(/#.*/, "");
}
