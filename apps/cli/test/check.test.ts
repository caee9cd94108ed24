import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, proxkit, proxkitJson, readText } from "./proxkit.ts";
import { HALVED, SCALED, SCALED_JAVASCRIPT, WRONG_L0 } from "./third-party.ts";

interface LawReport {
  readonly name: string;
  readonly outcome: "holds" | "broken" | "notApplicable";
  readonly reason?: string;
  readonly counterexample?: { readonly v: number; readonly t: number };
  readonly numbers?: Readonly<Record<string, number>>;
}

const minimiser = "prox is a global minimiser";

describe("proxkit check", () => {
  it.each([
    "box",
    "box:lower=-1,upper=2",
    "box:lower=0,penalty=(mcp)",
    "elastic-net",
    "group:size=3",
    "group:size=2,radial=(tl1:a=0.5)",
    "l0",
    "l1",
    "lhalf",
    "log-sum",
    "mcp",
    "scad",
    "tl1",
  ])("finds nothing wrong with %s", async (penalty) => {
    const { status, json } = await proxkitJson(["check", penalty, "--runs", "60"]);
    expect(json.laws.filter(({ outcome }: LawReport) => outcome === "broken")).toEqual([]);
    expect({ status, broken: json.count.broken }).toEqual({ status: 0, broken: 0 });
    expect(json.count.holds).toBeGreaterThan(20);
  });

  it("says of each law whether it holds, or why it is not applicable, and sums up", async () => {
    const { status, stdout, stderr } = await proxkit(["check", "l1"]);
    const { json } = await proxkitJson(["check", "l1"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.split("\n");
    for (const { name, outcome, reason } of json.laws as LawReport[])
      expect(lines).toContainEqual(
        outcome === "holds"
          ? `  ✓ holds           ${name}`
          : expect.stringMatching(new RegExp(`^ {2}· not applicable {2}.* {2}${reason}$`)),
      );
    const { holds, notApplicable } = json.count;
    expect(stdout).toMatch(
      new RegExp(`\n\n {2}✓ all ${holds} laws hold; ${notApplicable} not applicable\n$`),
    );
  });

  it("finds a point that beats a wrong prox, and its numbers are right", async () => {
    const folder = folderWith({ "mine.ts": HALVED });
    const { status, json } = await proxkitJson(["check", "./mine.ts"], folder);
    const law = json.laws.find(({ name }: LawReport) => name === minimiser) as LawReport;
    const { v, t } = law.counterexample as { v: number; t: number };
    const { prox, objective, betterPoint, betterObjective } = law.numbers as Record<string, number>;
    const at = (u: number) => t * Math.abs(u) + (u - v) ** 2 / 2;
    expect({ status, outcome: law.outcome }).toEqual({ status: 1, outcome: "broken" });
    expect(prox).toBe(Math.sign(v) * Math.max(0, Math.abs(v) - t / 2));
    expect(objective).toBeCloseTo(at(prox), 12);
    expect(betterObjective).toBeCloseTo(at(betterPoint), 12);
    expect(betterObjective).toBeLessThan(objective);
  });

  it("shows case and numbers of each broken law, and the picture of the first", async () => {
    const folder = folderWith({ "mine.ts": WRONG_L0 });
    const args = ["check", "./mine.ts", "--plot", "mine.svg"];
    const { status, stdout } = await proxkit(args, folder);
    const { json } = await proxkitJson(args, folder);
    const broken = (json.laws as LawReport[]).filter(({ outcome }) => outcome === "broken");
    expect(status).toBe(1);
    expect(broken.map(({ name }) => name)).toContain(minimiser);
    for (const { name, counterexample = { v: 0, t: 0 } } of broken) {
      expect(stdout).toContain(`\n  ✗ broken          ${name}\n`);
      const detail = stdout.slice(stdout.indexOf(`\n  ✗ ${name}: `));
      expect(detail).toMatch(/^\n.*: \S.*\n {4}case: {4}v = .*\n {4}numbers: \S/);
      expect(detail).toContain(`v = ${counterexample.v}`);
    }
    const total = json.count.holds + json.count.broken;
    expect(stdout).toContain(`\n  ✗ ${broken.length} of ${total} laws are broken; `);
    expect(stdout).toMatch(/\n {2}picture written to mine\.svg\n$/);
    expect(readText(folder, "mine.svg")).toContain("This prox is wrong");
    expect(readText(folder, "mine.svg")).toContain(`t&#160;=&#160;${broken[0].counterexample?.t}`);
  });

  it("finds the same with the same seed, and prints no colours into a file", async () => {
    const folder = folderWith({ "mine.ts": WRONG_L0 });
    const args = ["check", "./mine.ts", "--seed", "5", "--runs", "50"];
    const { stdout } = await proxkit(args, folder);
    expect((await proxkit(args, folder)).stdout).toBe(stdout);
    expect(stdout).toContain("  cases     50 a law, seed 5\n");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(stdout).not.toMatch(/\u001b/);
  });

  it("takes a path to TypeScript or JavaScript with options, an npm name, and a folder", async () => {
    const folder = folderWith({ "mine.ts": SCALED, "mine.mjs": SCALED_JAVASCRIPT });
    const home = join(folder, "node_modules/proxkit-penalty-scaled");
    mkdirSync(home, { recursive: true });
    const manifest = { name: "proxkit-penalty-scaled", type: "module", exports: "./index.js" };
    writeFileSync(join(home, "package.json"), JSON.stringify(manifest));
    writeFileSync(join(home, "index.js"), SCALED_JAVASCRIPT);
    for (const module of [
      "./mine.ts:c=2",
      "./mine.mjs",
      "proxkit-penalty-scaled:c=2",
      "./node_modules/proxkit-penalty-scaled",
    ]) {
      const { status, stdout } = await proxkit(["check", module, "--runs", "20"], folder);
      expect(status, module).toBe(0);
      expect(stdout).toContain(`  penalty   ${module.replace(/:c=2$/, "")}: scaled c=`);
    }
  });

  it("finds an option that is not among the parameters, be it given or not", async () => {
    const forgetful = SCALED.replace("parameters: { c },", "");
    const folder = folderWith({ "mine.ts": forgetful });
    for (const module of ["./mine.ts", "./mine.ts:c=3"]) {
      const { status, stdout } = await proxkit(["check", module], folder);
      expect(status, module).toBe(1);
      expect(stdout).toContain("  ✗ broken          name and parameters rebuild the penalty\n");
      expect(stdout).toContain("  ✗ 1 of 33 laws is broken; ");
      expect(stdout).toMatch(/^ {4}numbers: parameters = \{\}, value = /m);
    }
  });

  it.each([
    "group:size=2,radial=(tl1:a=0.5)",
    "box:lower=-1,penalty=(mcp:gamma=2)",
    "box:lower=null",
  ])("makes %s again from its parameters", async (penalty) => {
    const { json } = await proxkitJson(["check", penalty, "--runs", "20"]);
    const law = json.laws.find(({ name }: LawReport) => name.includes("rebuild"));
    expect(law.outcome).toBe("holds");
  });

  it("finds that a trait is missing, and goes on", async () => {
    const forgotten = "create: () => ({ ...scaled(), traits: { convex: true, separable: true } })";
    const folder = folderWith({ "mine.ts": SCALED.replace("create: scaled", forgotten) });
    const { status, stdout, stderr } = await proxkit(["check", "./mine.ts"], folder);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("  declared  convex, separable, weak convexity undefined\n");
    expect(stdout).toContain("  ✗ broken          traits do not contradict each other\n");
  });

  it("writes what JSON cannot hold as text", async () => {
    const overflowing = SCALED.replace("prox: (v, t) =>", "prox: (v, t) => v > 5 ? Number.NaN :");
    const folder = folderWith({ "mine.ts": overflowing });
    const { json } = await proxkitJson(["check", "./mine.ts"], folder);
    const law = json.laws.find(({ name }: LawReport) => name === minimiser);
    expect(law.numbers).toMatchObject({ prox: "NaN", objective: "NaN" });
    const { json: l0 } = await proxkitJson(["check", "l0", "--runs", "5"]);
    expect(l0.penalty.traits.weakConvexity).toBeNull();
  });

  const prox = /prox: .*/;
  it.each([
    ["export const x = 1;", "the module has no default export; expected definePenalty({ … })"],
    [
      "export default 7;",
      "the default export is not a penalty; expected definePenalty({ name, options, create })",
    ],
    ["export default {", /^the module failed to load: /],
    ['throw new Error("boom");', "the module failed to load: boom"],
    [SCALED.replace(prox, 'prox: () => { throw new Error("no"); },'), "does not work: no"],
    [
      SCALED.replace("create: scaled", "create: () => ({ ...scaled(), prox: () => [1] })"),
      "does not work: prox must return a Float64Array",
    ],
    [
      SCALED.replace(
        "create: scaled",
        "create: () => ({ ...scaled(), prox: () => new Float64Array(99) })",
      ),
      "does not work: prox must return 1 entries, returned 99",
    ],
    [
      SCALED.replace("create: scaled", 'create: () => ({ ...scaled(), value: () => "1" })'),
      "does not work: value must return a number",
    ],
    [
      SCALED.replace("create: scaled", "create: () => null"),
      "create must return a penalty, returned null",
    ],
    [
      SCALED.replace("create: scaled", 'create: () => ({ name: "scaled", value: () => 0 })'),
      "does not work: traits are missing",
    ],
    [
      SCALED.replace("create: scaled", 'create: () => { throw new Error("no\\nand no"); }'),
      "no and no",
    ],
    [
      SCALED.replace("parameters: { c }", "parameters: { c: 1n as never }"),
      "its parameters must be JSON: Do not know how to serialize a BigInt",
    ],
    [SCALED.replace("default: 1", "default: -1"), "scaled: c must be greater than 0, received -1"],
  ])("refuses what is no penalty in one line, and writes nothing: %#", async (code, message) => {
    const folder = folderWith({ "mine.ts": code });
    const args = ["check", "./mine.ts", "--plot", "p.svg", "--json"];
    const { status, stdout, stderr } = await proxkit(args, folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr.trim().replace("proxkit: penalty ./mine.ts: ", "")).toEqual(
      typeof message === "string" ? message : expect.stringMatching(message),
    );
    expect(readdirSync(folder)).toEqual(["mine.ts"]);
  });

  it.each([
    [{}, "the folder has no package.json and no index.js; name the file\n"],
    [{ "index.ts": SCALED }, "the folder has no package.json and no index.js; name the file\n"],
    [{ "package.json": "{" }, "its package.json is not JSON: "],
  ])("refuses a folder that leads to no module in one line: %#", async (files, message) => {
    const { status, stdout, stderr } = await proxkit(["check", "."], folderWith(files));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.startsWith(`proxkit: penalty .: the module failed to load: ${message}`)).toBe(
      true,
    );
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it.each([
    [["./none.ts"], "penalty ./none.ts: no such penalty, module or file; built in: box, elastic"],
    [["l1:a=1"], "penalty l1:a=1: l1: unknown option a; it takes none\n"],
    [["l1", "--runs", "0"], "option '--runs <n>' argument '0' is invalid. expected a whole number"],
    [["l1", "--seed", "x"], "option '--seed <n>' argument 'x' is invalid. expected a number"],
    [["l1", "--plot", "p.gif"], "--plot p.gif: expected a name that ends in .svg or .png\n"],
    [["l1", "--plot", "no/p.svg"], "--plot no/p.svg: the folder no does not exist or is not"],
    [
      ["group:size=2", "--dimension", "3"],
      "penalty group: does not work: group: v must have length",
    ],
    [["group:groups=[[0,1]"], 'penalty group:groups=[[0,1]: expected JSON, received "[[0,1]"\n'],
  ])("refuses %j in one line", async (args, message) => {
    const folder = folderWith();
    const outcome = await proxkit(["check", ...args], folder);
    expect(outcome).toMatchObject({ status: 2, stdout: "" });
    expect(outcome.stderr.startsWith(`proxkit: ${message}`), outcome.stderr).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});
