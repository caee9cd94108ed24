import { expect, test } from "vitest";
import { exampleBlocks } from "./example-blocks.ts";
import { expectedOutput } from "./expected-output.ts";
import { lines, run } from "./run.ts";

test.concurrent.each(exampleBlocks())("$place prints what it says", async ({ code, folder }) => {
  const expected = expectedOutput(code);
  const { status, stdout, stderr } = await run(
    process.execPath,
    ["--conditions=@proxkit/source", "--input-type=module-typescript"],
    { cwd: folder, input: code },
  );
  expect(stderr).toBe("");
  expect(lines(stdout)).toEqual(expected);
  expect(status).toBe(0);
});
