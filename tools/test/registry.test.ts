import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksIn } from "./example-blocks.ts";
import { expectedOutput } from "./expected-output.ts";
import { guideCommands } from "./guide.ts";
import { type Newcomer, newcomer } from "./newcomer.ts";
import { type Registry, startRegistry } from "./registry.ts";
import { lines, root } from "./run.ts";
import { pack, published } from "./workspace.ts";

const names = published.map(({ manifest }) => manifest.name);
const nodes = new Map([
  [process.execPath, "the newest Node"], // the tools bring it and run on it
  [process.env.PROXKIT_SYSTEM_NODE ?? process.execPath, "the system's Node"],
]);

let temporary: string;
let registry: Registry;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "proxkit-registry-"));
  registry = await startRegistry(join(temporary, "storage"), names);
  const tarballs = join(temporary, "tarballs");
  await mkdir(tarballs);
  for (const tarball of (await pack(published, tarballs)).values()) await registry.publish(tarball);
});
afterAll(async () => {
  await registry?.stop();
  await rm(temporary, { recursive: true, force: true });
});

const users = [...nodes].map(([node, which]) => ({ node, which }));

describe.each(users)("from a registry, on $which", { timeout: 240_000 }, ({ node }) => {
  let me: Newcomer;

  beforeAll(async () => {
    me = newcomer(await mkdtemp(join(temporary, "home-")), node, registry.url);
  });

  /** An empty folder, with what npm takes for the root of a project. */
  async function emptyFolder(name: string): Promise<string> {
    const folder = join(me.folder, name);
    await mkdir(folder);
    await writeFile(join(folder, "package.json"), "{}");
    return folder;
  }

  /** Types a line that should end well; gives what it prints. */
  async function succeed(line: string, cwd?: string): Promise<string> {
    const { status, stdout, stderr } = await me.type(line, cwd);
    if (status !== 0) throw new Error(`${line} ends with ${status}:\n${stdout}${stderr}`);
    return stdout;
  }

  /** Runs the first example of a README as plain JavaScript, which must print what it says. */
  async function runExample(readme: string, folder: string): Promise<void> {
    const [{ code }] = blocksIn("README.md", await readFile(readme, "utf8"));
    await writeFile(join(folder, "example.mjs"), code);
    expect(lines(await succeed("node example.mjs", folder))).toEqual(expectedOutput(code));
  }

  test("a penalty alone brings the contract and its spec, in under 200 kB, and does what its README says", async () => {
    const folder = await emptyFolder("alone");
    await succeed("npm install @proxkit/penalties-tl1", folder);
    expect(await installed(folder)).toEqual([
      "@proxkit/penalties-tl1",
      "@proxkit/penalty",
      "@standard-schema/spec",
    ]);
    expect(await bytesIn(join(folder, "node_modules"))).toBeLessThan(200_000);
    await runExample(join(root, "packages/penalties-tl1/README.md"), folder);
  });

  test("everything that the guide tells its reader to type works", async () => {
    let cwd = me.folder;
    for (const line of guideCommands)
      if (line.startsWith("cd ")) cwd = join(cwd, line.slice(3));
      else await succeed(line, cwd);
    await runExample(join(cwd, "README.md"), cwd);
  });

  test("the command line fits with the penalty that the guide made", async () => {
    const folder = await emptyFolder("user");
    await succeed("npm install proxkit", folder);
    await succeed(
      "npx proxkit simulate --support 3 --seed 7 --out data.csv --truth truth.json",
      folder,
    );
    const fit = await succeed(
      "npx proxkit fit data.csv --patches 2 --penalty ../my-penalty:c=0.5 --json",
      folder,
    );
    const { outcome, penalty, support } = JSON.parse(fit);
    expect({ outcome, ...penalty }).toMatchObject({
      outcome: "converged",
      name: "capped-l1",
      parameters: { c: 0.5 },
    });
    const { wStar } = JSON.parse(await readFile(join(folder, "truth.json"), "utf8"));
    expect(support.map(({ index }: { index: number }) => index)).toEqual(
      [...wStar.keys()].filter((i) => wStar[i] !== 0),
    );
  });
});

/** The names of the packages in a folder's node_modules. */
async function installed(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, "node_modules"), { recursive: true });
  return entries
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith("/package.json"))
    .map((path) => path.replace(/\/package\.json$/, ""))
    .sort();
}

async function bytesIn(folder: string): Promise<number> {
  const paths = await readdir(folder, { recursive: true });
  const stats = await Promise.all(paths.map((path) => stat(join(folder, path))));
  return stats.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
