import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { site as address, repository } from "../.vitepress/site.ts";
import { pages, siteFolder } from "./site.ts";

const base = new URL(address);
/** The text of each page, by its path; "index.html" for the first. */
const html = new Map(
  globSync("**/*.html", { cwd: siteFolder }).map((path) => [
    path.replaceAll("\\", "/"),
    readFileSync(join(siteFolder, path), "utf8"),
  ]),
);
const files = new Set(
  globSync("**/*", { cwd: siteFolder }).map((path) => path.replaceAll("\\", "/")),
);
const idsOf = (path: string) =>
  new Set(Array.from(html.get(path)?.matchAll(/\sid="([^"]*)"/g) ?? [], ([, id]) => id));
const ids = new Map([...html.keys()].map((path) => [path, idsOf(path)]));

/** What is wrong with a link on a page, or undefined. */
function wrong(href: string, from: string): string | undefined {
  const url = new URL(href.replaceAll("&amp;", "&"), new URL(from, base));
  if (url.origin !== base.origin) return undefined;
  if (url.pathname === "/proxkit/proxkit" || !url.pathname.startsWith(base.pathname))
    return "outside of the site";
  const path = url.pathname.slice(base.pathname.length).replace(/(^|\/)$/, "$1index.html");
  if (!files.has(path)) return "no such page";
  const id = decodeURIComponent(url.hash.slice(1));
  return id === "" || ids.get(path)?.has(id) ? undefined : "no such place on the page";
}

test("the sitemap has every page but that for those that are not there", () => {
  const built = [...html.keys()].filter((path) => path !== "404.html");
  expect(pages.map((path) => path.replace(/(^|\/)$/, "$1index.html")).sort()).toEqual(built.sort());
});

test("no link within the site leads nowhere", () => {
  const dead = [...html].flatMap(([from, text]) =>
    Array.from(text.matchAll(/<a\b[^>]*\shref="([^"]*)"/g), ([, href]) => ({
      from,
      href,
      why: wrong(href, from),
    })),
  );
  expect(dead.length).toBeGreaterThan(1000);
  expect(dead.filter(({ why }) => why !== undefined)).toEqual([]);
});

test("links into the repository lead to files that it has", async () => {
  const { existsSync } = await import("node:fs");
  const { root } = await import("../../../tools/test/run.ts");
  const paths = new Set(
    [...html.values()].flatMap((text) =>
      Array.from(
        text.matchAll(new RegExp(`href="${repository}/(?:blob|tree|edit)/main/([^"#]*)`, "g")),
        ([, path]) => path,
      ),
    ),
  );
  expect(paths.size).toBeGreaterThan(20);
  expect([...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
