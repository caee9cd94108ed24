import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blocksIn } from "./example-blocks.ts";
import { expectedOutput } from "./expected-output.ts";
import { lines, root, run } from "./run.ts";
import { members, pack } from "./workspace.ts";

// The user's own Node, on which npm runs too; the tools may run on a newer one.
const node = process.env.PROXKIT_SYSTEM_NODE ?? "node";
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const PATH = [dirname(node), process.env.PATH].filter((folder) => folder !== ".").join(delimiter);
const env = { ...process.env, PATH };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "proxkit-alone-"));
  const wanted = ["@proxkit/penalties-tl1", "@proxkit/penalty"];
  const tarballs = await pack(
    members.filter(({ manifest }) => wanted.includes(manifest.name)),
    folder,
  );
  await writeFile(join(folder, "package.json"), "{}");
  const args = ["install", "--no-audit", "--no-fund", ...tarballs.values()];
  const { status, stderr } = await run(npm, args, { cwd: folder, env });
  if (status !== 0) throw new Error(`npm install: ${stderr}`);
});
afterAll(() => rm(folder, { recursive: true }));

test("a penalty brings the contract, its spec, and nothing else", async () => {
  const scopes = (await readdir(join(folder, "node_modules"))).filter((name) => name[0] !== ".");
  const installed = await Promise.all(
    scopes.map(async (scope) =>
      scope.startsWith("@")
        ? (await readdir(join(folder, "node_modules", scope))).map((name) => `${scope}/${name}`)
        : scope,
    ),
  );
  expect(installed.flat().sort()).toEqual([
    "@proxkit/penalties-tl1",
    "@proxkit/penalty",
    "@standard-schema/spec",
  ]);
});

test("its README's first example runs as plain JavaScript on the user's Node", async () => {
  const path = "packages/penalties-tl1/README.md";
  const [{ code }] = blocksIn(path, await readFile(join(root, path), "utf8"));
  await writeFile(join(folder, "example.mjs"), code);
  const { stdout, stderr } = await run(node, ["example.mjs"], { cwd: folder, env });
  expect(stderr).toBe("");
  expect(lines(stdout)).toEqual(expectedOutput(code));
});
