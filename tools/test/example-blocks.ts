import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.ts";

/** A ```ts block of a page or of a doc comment. */
export interface ExampleBlock {
  /** Where its fence opens, as `packages/penalty/README.md:12`. */
  readonly place: string;
  /** The package it is about, whose dependencies it may import; the repository's root elsewhere. */
  readonly folder: string;
  readonly code: string;
}

const pages = ["*.md", "{packages,apps}/*/*.md", "docs/**/*.md", "apps/docs/**/*.md"];
const modules = ["packages/*/src/**/*.ts"];

/** Every example that readers see, in the order of the files' names. */
export function exampleBlocks(): ExampleBlock[] {
  const files = globSync([...pages, ...modules], {
    cwd: root,
    exclude: (path) => /node_modules|dist|docs[/\\](?:api|gallery)|CHANGELOG\.md$/.test(path),
  });
  return files
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .flatMap((path) => blocksIn(path, readFileSync(join(root, path), "utf8")));
}

/** The ```ts blocks of one text; in a module, those that stand in doc comments. */
export function blocksIn(path: string, text: string): ExampleBlock[] {
  const page = path.endsWith(".md") ? text : docComments(text);
  return Array.from(
    page.matchAll(/^([ \t]*)```ts\b.*\n([\s\S]*?)^[ \t]*```[ \t]*$/gm),
    (block) => ({
      place: `${path}:${page.slice(0, block.index).split("\n").length}`,
      folder: join(root, path.match(/^(?:packages|apps)\/[^/]+/)?.[0] ?? ""),
      code: block[2].replaceAll(new RegExp(`^${block[1]}`, "gm"), ""),
    }),
  );
}

/** The text of a module's doc comments, each line where it was. */
function docComments(module: string): string {
  return module
    .split("\n")
    .map((line) => line.match(/^\s*\* ?(.*)$/)?.[1] ?? "")
    .join("\n");
}
