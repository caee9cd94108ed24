import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { expectedOutput } from "./expected-output.ts";
import { lines, root, run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "proxkit-gallery-"));
afterAll(() => rmSync(folder, { recursive: true }));

const examples = globSync("examples/*.ts", { cwd: root }).map((path) => basename(path, ".ts"));

test("there are at least ten examples", () => {
  expect(examples.length).toBeGreaterThanOrEqual(10);
});

test.concurrent.for(examples.sort())(
  "examples/%s.ts prints what it says, and draws its picture (-u keeps it)",
  async (name, { expect }) => {
    const path = join(root, "examples", `${name}.ts`);
    const picture = join(folder, `${name}.svg`);
    const { status, stdout, stderr } = await run(process.execPath, [
      "--conditions=@proxkit/source",
      path,
      picture,
    ]);
    expect(stderr).toBe("");
    expect(lines(stdout)).toEqual(expectedOutput(readFileSync(path, "utf8")));
    expect(status).toBe(0);
    await expect(readFileSync(picture, "utf8")).toMatchFileSnapshot(
      join(root, "examples/pictures", `${name}.svg`),
    );
  },
);
