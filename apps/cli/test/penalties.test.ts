import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, planted, proxkit, proxkitJson } from "./proxkit.ts";

/** What a third party would write: TypeScript, with types that must be stripped. */
const FIRM = `
import { definePenalty, numberOptions, separablePenalty } from "@proxkit/penalty";

export const scaled = ({ c = 1 }: { c?: number } = {}) =>
  separablePenalty({
    name: "scaled",
    parameters: { c },
    convex: true,
    value: (x: number) => c * Math.abs(x),
    prox: (v, t) => (Math.abs(v) <= c * t ? 0 : v - Math.sign(v) * c * t),
    threshold: (t) => c * t,
  });

export default definePenalty({
  name: "scaled",
  options: numberOptions({ c: { default: 1, above: 0 } }),
  create: scaled,
});
`;

const JAVASCRIPT = FIRM.replace("({ c = 1 }: { c?: number } = {})", "({ c = 1 } = {})").replace(
  "(x: number)",
  "(x)",
);

async function weights(penalty: string, folder: string): Promise<number[]> {
  const { json } = await proxkitJson(["fit", planted, "--penalty", penalty], folder);
  return json.support.map(({ weight }: { weight: number }) => weight);
}

describe("a third party's penalty", () => {
  it("is found by a path to TypeScript or JavaScript, in a folder that has installed nothing", async () => {
    const folder = folderWith({ "mine.ts": FIRM, "mine.mjs": JAVASCRIPT });
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
    writeFileSync(join(home, "index.js"), JAVASCRIPT);
    const expected = await weights("l1", folder);
    expect(await weights("proxkit-penalty-scaled", folder)).toEqual(expected);
    expect(await weights("./node_modules/proxkit-penalty-scaled", folder)).toEqual(expected);
    expect(await weights("@proxkit/penalties-l1", folder)).toEqual(expected); // ours, by its whole name
  });

  it("is listed beside the built-in ones", async () => {
    const folder = folderWith({ "mine.ts": FIRM });
    const { json } = await proxkitJson(
      ["penalties", "./mine.ts:c=3", "tl1:a=2", "--t", "2"],
      folder,
    );
    const thresholds = json.penalties.map((p: { module: string; threshold: number }) => [
      p.module,
      p.threshold,
    ]);
    expect(thresholds).toEqual([
      ["l0", 2],
      ["l1", 2],
      ["tl1", Math.sqrt(8) - 0.5],
      ["./mine.ts", 6],
      ["tl1", Math.sqrt(12) - 1],
    ]);
    const { stdout } = await proxkit(["penalties", "./mine.ts"], folder);
    expect(stdout).toMatch(/\.\/mine\.ts {2,}c=1 {2,}yes {2,}yes {2,}0 {2,}1\n/);
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
      FIRM.replace(
        "(v, t) => (Math",
        "(v, t) => { throw new Error('no'); } , other: (v, t) => (Math",
      ),
      "does not work: no",
    ],
    [
      FIRM.replace("create: scaled", "create: () => ({ ...scaled(), prox: () => [1] })"),
      "does not work: prox must return a Float64Array of the length of its input",
    ],
    [
      FIRM.replace(
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
