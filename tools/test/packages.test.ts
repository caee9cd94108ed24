import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, runTool } from "./run.ts";
import { pack, published, readManifest } from "./workspace.ts";

let folder: string;
let tarballs: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "proxkit-packed-"));
  tarballs = await pack(published, folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(published.map((member) => ({ ...member, name: member.manifest.name })))(
  "$name, as npm gets it",
  ({ name, manifest }) => {
    const bundled = manifest.scripts?.build?.includes("bundle.mjs") ?? false;
    let tarball: string;
    let files: string[];

    beforeAll(async () => {
      tarball = tarballs.get(name) ?? "";
      const unpacked = tarball.replace(".tgz", "");
      await mkdir(unpacked);
      const { stderr } = await run("tar", ["-xf", `../${basename(tarball)}`], { cwd: unpacked });
      expect(stderr).toBe("");
      const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
      files = entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(unpacked.length + 1))
        .map((path) => path.replaceAll("\\", "/").replace(/^package\//, ""));
    });

    test("brings its README and its licence", () => {
      expect(files).toEqual(expect.arrayContaining(["README.md", "LICENSE", "package.json"]));
    });

    test("brings the types of each source file, and its module or one for all, with source maps", () => {
      const sources = files.filter((path) => /^src\/.*\.ts$/.test(path));
      const compiled = (path: string, ends: string[]) =>
        ends.map((end) => path.replace(/^src\/(.*)\.ts$/, "dist/$1") + end);
      const modules = bundled ? ["src/index.ts"] : sources;
      const expected = [
        ...sources.flatMap((path) => compiled(path, [".d.ts", ".d.ts.map"])),
        ...modules.flatMap((path) => compiled(path, [".js", ".js.map"])),
      ];
      expect(sources).not.toEqual([]);
      expect(files.filter((path) => path.startsWith("dist/")).sort()).toEqual(expected.sort());
    });

    test("brings no tests, and nothing of the workspace", () => {
      expect(
        files.filter((path) =>
          /^(test\/|tsconfig|.*\.tsbuildinfo$)|^(src|dist)\/.*\.test\./.test(path),
        ),
      ).toEqual([]);
    });

    test("depends on version ranges that npm understands", () => {
      const { dependencies, peerDependencies, optionalDependencies, devDependencies } =
        readManifest(join(tarball.replace(".tgz", ""), "package"));
      const ranges = {
        ...dependencies,
        ...peerDependencies,
        ...optionalDependencies,
        ...devDependencies,
      };
      for (const range of Object.values(ranges)) expect(range).toMatch(/^[\^~>=<\d|. *x-]+$/);
    });

    test("is put together as publint wants it, strictly", async () => {
      const bytes = await readFile(tarball);
      const { messages, pkg } = await publint({
        pack: { tarball: new Uint8Array(bytes).buffer },
        strict: true,
      });
      expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
    });

    test("gives its types to every kind of ESM importer", async () => {
      const { status, stdout } = await runTool("attw", [
        tarball,
        "--profile=esm-only",
        "--no-emoji",
        "--no-color",
        "--format=ascii",
      ]);
      expect({ status, stdout }).toMatchObject({ status: 0 });
    });
  },
);
