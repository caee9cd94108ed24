import { copyFileSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../../tools/test/run.ts";
import { examples, folderWith, proxkit } from "./proxkit.ts";

/** The ```console blocks of a README: commands after "$ npx proxkit", each with what it prints. */
function sessions(path: string): { command: string; prints: string }[][] {
  const blocks = readFileSync(join(root, path), "utf8").matchAll(/```console\n([\s\S]*?)```/g);
  return [...blocks].map(([, block]) =>
    block
      .split(/^\$ npx proxkit /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf("\n");
        return { command: part.slice(0, end), prints: part.slice(end + 1) };
      }),
  );
}

/** The ```ts blocks of a README that begin with a file's name, which its sessions use. */
function files(path: string): [name: string, content: string][] {
  const blocks = readFileSync(join(root, path), "utf8").matchAll(
    /```ts\n(\/\/ (\S+)\n[\s\S]*?)```/g,
  );
  return [...blocks].map(([, content, name]) => [name, content]);
}

/** Times differ from run to run; so do trailing blank lines. */
const steady = (text: string) => text.replace(/, [\d.e-]+ s$/gm, ", … s").trim();

const guides = globSync("docs/guide/*.md", { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => sessions(path).length > 0);

describe.each(["README.md", "apps/cli/README.md", ...guides])("%s", (path) => {
  it.each(sessions(path).map((session) => ({ session, first: session[0].command })))(
    "prints what it says: proxkit $first",
    async ({ session }) => {
      const folder = folderWith(Object.fromEntries(files(path)));
      for (const name of readdirSync(examples))
        copyFileSync(join(examples, name), join(folder, name));
      for (const { command, prints } of session) {
        const { stdout, stderr } = await proxkit(command.split(" "), folder);
        expect(stderr).toBe("");
        expect(steady(stdout)).toBe(steady(prints));
      }
    },
  );

  it("shows sessions at all", () => {
    expect(sessions(path).flat().length).toBeGreaterThan(0);
  });
});
