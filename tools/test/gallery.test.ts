import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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
    const drawn = readFileSync(picture, "utf8");
    const kept = join(root, "examples/pictures", `${name}.svg`);
    if (!(existsSync(kept) && looksLike(drawn, readFileSync(kept, "utf8"))))
      await expect(drawn).toMatchFileSnapshot(kept);
  },
);

const NUMBER = /-?\d+(?:\.\d+)?/g;
/** Nobody sees less, px: a better solver may change the last digits. */
const UNSEEN = 0.02;

/** Whether two pictures are the same but for lengths that differ by less than one can see. */
function looksLike(one: string, other: string): boolean {
  if (one.replaceAll(NUMBER, "#") !== other.replaceAll(NUMBER, "#")) return false;
  const [a, b] = [one, other].map((text) => Array.from(text.matchAll(NUMBER), Number));
  return a.every((value, i) => Math.abs(value - b[i]) <= UNSEEN);
}

test("a picture that differs by what one can see is another picture", () => {
  const picture = '<path d="M1.25,3L-4,5">';
  expect(looksLike(picture, '<path d="M1.26,3L-4,5">')).toBe(true);
  expect(looksLike(picture, '<path d="M1.35,3L-4,5">')).toBe(false);
  expect(looksLike(picture, '<path d="M1.25,3L-4,5L6,7">')).toBe(false);
});
