import { describe, expect, it } from "vitest";
import { proxkitWith } from "./proxkit.ts";

/** An escape sequence, which is how a terminal is told of a colour. */
const ESCAPE = "\u001b[";

describe("proxkit", () => {
  it.each([
    ["a pipe", {}, false],
    ["a pipe on a CI machine", { CI: "true", GITHUB_ACTIONS: "true" }, false],
    ["a pipe, if FORCE_COLOR is set", { FORCE_COLOR: "1" }, true],
    ["a pipe, if FORCE_COLOR is 0", { FORCE_COLOR: "0", CI: "true" }, false],
    ["a pipe, if NO_COLOR is set too", { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ])("colours what it prints into %s %o: %s", async (_, env, colored) => {
    const plain = { CI: undefined, NO_COLOR: undefined, FORCE_COLOR: undefined };
    const { stdout, status } = await proxkitWith({ ...plain, ...env }, ["penalties"]);
    expect(status).toBe(0);
    expect(stdout).toContain("penalty");
    expect(stdout.includes(ESCAPE)).toBe(colored);
  });
});
