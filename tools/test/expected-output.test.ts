import { expect, test } from "vitest";
import { blocksIn } from "./example-blocks.ts";
import { expectedOutput } from "./expected-output.ts";

test("the comment at a console.log's end is its output", () => {
  expect(expectedOutput("// first\nconst a = 1; // one\nconsole.log(a); // 1")).toEqual(["1"]);
  expect(expectedOutput("console.log(\n  a, // not this\n  b,\n); // 1 2")).toEqual(["1 2"]);
});

test("comment lines below a console.log go on with its output", () => {
  const code = "console.log(a); // {\n//   b: 1\n// }\n\n// a note\nconsole.log(c);\n// 2";
  expect(expectedOutput(code)).toEqual(["{", "b: 1", "}", "2"]);
});

test("a console.log that says no output is an error", () => {
  expect(() => expectedOutput("console.log(a);\nconsole.log(b); // 2")).toThrow("console.log(a);");
  expect(() => expectedOutput("console.log(a);\n\n// a note")).toThrow("console.log(a);");
  expect(() => expectedOutput("console.log(a);\nb(); // a note")).toThrow("console.log(a);");
});

test("examples are found in pages and in doc comments, with the line of their fence", () => {
  const page = "# Title\n\n```ts\nconst a = 1;\n\na;\n```\n\n```sh\nls\n```\n";
  expect(blocksIn("README.md", page)).toMatchObject([
    { place: "README.md:3", code: "const a = 1;\n\na;\n" },
  ]);
  const module = "/**\n * @example\n * ```ts\n * if (a)\n *   b;\n *\n * c;\n * ```\n */\n";
  expect(blocksIn("packages/core/src/a.ts", module)).toMatchObject([
    { place: "packages/core/src/a.ts:3", code: "if (a)\n  b;\n\nc;\n" },
  ]);
});
