import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, planted, proxkit, proxkitJson } from "./proxkit.ts";
import { NOT_PENALTIES, SCALED, SCALED_JAVASCRIPT } from "./third-party.ts";

async function weights(penalty: string, folder: string): Promise<number[]> {
  const { json } = await proxkitJson(["fit", planted, "--penalty", penalty], folder);
  return json.support.map(({ weight }: { weight: number }) => weight);
}

describe("a third party's penalty", () => {
  it("is found by a path to TypeScript or JavaScript, in a folder that has installed nothing", async () => {
    const folder = folderWith({ "mine.ts": SCALED, "mine.mjs": SCALED_JAVASCRIPT });
    const expected = await weights("l1", folder);
    expect(await weights("./mine.ts", folder)).toEqual(expected);
    expect(await weights("./mine.mjs:c=1", folder)).toEqual(expected);
    expect(await weights(join(folder, "mine.ts"), folder)).toEqual(expected);
    expect(await weights("mine.ts:c=20", folder)).not.toEqual(expected);
  });

  it("is found by npm name from the working directory, and by its folder", async () => {
    const folder = folderWith();
    const home = join(folder, "node_modules/proxkit-penalty-scaled");
    mkdirSync(home, { recursive: true });
    const manifest = {
      name: "proxkit-penalty-scaled",
      version: "1.0.0",
      type: "module",
      exports: "./index.js",
    };
    writeFileSync(join(home, "package.json"), JSON.stringify(manifest));
    writeFileSync(join(home, "index.js"), SCALED_JAVASCRIPT);
    const expected = await weights("l1", folder);
    expect(await weights("proxkit-penalty-scaled", folder)).toEqual(expected);
    expect(await weights("./node_modules/proxkit-penalty-scaled", folder)).toEqual(expected);
    expect(await weights("@proxkit/penalties-l1", folder)).toEqual(expected); // ours, by its whole name
  });

  it("is listed beside the built-in ones", async () => {
    const folder = folderWith({ "mine.ts": SCALED });
    const { json } = await proxkitJson(
      ["penalties", "./mine.ts:c=3", "tl1:a=2", "--t", "2"],
      folder,
    );
    expect(json).toMatchObject({ format: "proxkit-penalties", version: 1 });
    const listed: [string, number][] = json.penalties.map(
      ({ module, threshold }: { module: string; threshold: number }) => [module, threshold],
    );
    const builtIn = ["box", "elastic-net", "l0", "l1", "lhalf", "log-sum", "mcp", "scad", "tl1"];
    expect(listed.map(([module]) => module)).toEqual([...builtIn, "./mine.ts", "tl1"]);
    expect(listed).toEqual(
      expect.arrayContaining([
        ["l0", 2],
        ["l1", 2],
        ["tl1", Math.sqrt(8) - 0.5],
        ["./mine.ts", 6],
        ["tl1", Math.sqrt(12) - 1],
      ]),
    );
    expect(json.needOptions.map(({ module }: { module: string }) => module)).toEqual(["group"]);
    const { stdout } = await proxkit(["penalties", "./mine.ts"], folder);
    expect(stdout).toMatch(/\.\/mine\.ts {2,}c=1 {2,}yes {2,}yes {2,}0 {2,}1\n/);
  });

  it("may be inside another one", async () => {
    const folder = folderWith({ "mine.ts": SCALED });
    const args = ["prox", "group:size=1,weights=[2],radial=(./mine.ts:c=3)", "--points", "3"];
    // r(x) = 3x weighs 2: soft thresholding of −10, 0 and 10 at 6
    const { stdout } = await proxkit([...args, "--from", "-10", "--to", "10"], folder);
    expect(stdout).toMatch(/^v,prox,.*\n-10,-4,.*\n0,0,.*\n10,4,.*\n$/);
  });

  it.each(NOT_PENALTIES)("is refused by every command if it is none: %#", async (code, message) => {
    const folder = folderWith({ "mine.ts": code });
    for (const command of ["check", "prox", "penalties", `fit ${planted} --penalty`]) {
      const args = [...command.split(" "), "./mine.ts"];
      const { status, stdout, stderr } = await proxkit(args, folder);
      expect({ status, stdout }, command).toEqual({ status: 2, stdout: "" });
      const option = command.startsWith("fit") ? "--penalty" : "penalty";
      expect(stderr).toBe(`proxkit: ${option} ./mine.ts: ${message}\n`);
    }
  });

  it.each([
    ["export const x = 1;", "the module has no default export; expected definePenalty({ … })"],
    [
      "export default 7;",
      "the default export is not a penalty; expected definePenalty({ name, options, create })",
    ],
    ["export default {", /^the module failed to load: /],
    ['throw new Error("boom");', "the module failed to load: boom"],
    [
      SCALED.replace(
        "(v, t) => (Math",
        "(v, t) => { throw new Error('no'); } , other: (v, t) => (Math",
      ),
      "does not work: no",
    ],
    [
      SCALED.replace("create: scaled", "create: () => ({ ...scaled(), prox: () => [1] })"),
      "does not work: prox must return a Float64Array of the length of its input",
    ],
    [
      SCALED.replace(
        "create: scaled",
        "create: () => { const p = scaled(); return { ...p, prox: (v, t) => p.prox(v, t) }; }",
      ),
      "does not work: prox(v, t, out) must write to out, which may be v, and return it",
    ],
    ['import "not-installed-at-all";\nexport default 1;', /not-installed-at-all/],
  ])("is refused in one line if it is not one: %#", async (code, message) => {
    const folder = folderWith({ "mine.ts": code });
    const { status, stdout, stderr } = await proxkit(
      ["fit", planted, "--penalty", "./mine.ts"],
      folder,
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr.trim().replace("proxkit: --penalty ./mine.ts: ", "")).toEqual(
      typeof message === "string" ? message : expect.stringMatching(message),
    );
  });
});
