import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.ts";

/** The guide "Write a penalty". */
export const guidePath: string = join(root, "docs/guide/write-a-penalty.md");
const guide: string = readFileSync(guidePath, "utf8");

/** The package that the guide goes through. */
export const template: string = join(root, "packages/create-penalty/template");

const NAMED = /^```\w+ (\S+)\n[\s\S]*?^```$/gm;

/** The names of the blocks that show a file: those with a name after the language of their fence. */
export const shownFiles: readonly string[] = Array.from(guide.matchAll(NAMED), ([, name]) => name);

/** The guide with what its named blocks ought to show. */
export function guideWith(content: (name: string) => string): string {
  return guide.replaceAll(NAMED, (block: string, name: string) => {
    const fence = block.slice(0, block.indexOf("\n"));
    return `${fence}\n${content(name).trimEnd()}\n\`\`\``;
  });
}

/** What the guide tells its reader to type, line by line, without remarks. */
export const guideCommands: readonly string[] = Array.from(
  guide.matchAll(/^```sh\n([\s\S]*?)^```$/gm),
  ([, block]) => block.trim().split("\n"),
)
  .flat()
  .map((line) => line.replace(/ +#.*/, ""));
