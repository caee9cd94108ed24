import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parts, type Section } from "@proxkit/paper";
import { describe, expect, it } from "vitest";
import { run } from "../../../tools/test/run.ts";
import { folderWith, proxkit, proxkitJson, readText, start, systemNode } from "./proxkit.ts";

const cli = fileURLToPath(new URL("..", import.meta.url));
const FIGURES = ["figure4", "figure5", "figure6"];
const REPORTS = ["report.html", "report.md", "report.json"];
const TRACED = ["table1", ...FIGURES, "--seeds", "2"];

/** Every file below a folder, by its path within. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => /\.\w+$/.test(name) && !name.endsWith(".parts"));
  return Object.fromEntries(files.sort().map((name) => [name, readText(folder, name)]));
}

describe("proxkit reproduce", () => {
  it("gives the same bytes whatever the number of workers", async () => {
    const folder = folderWith();
    for (const workers of ["0", "1", "2"]) {
      const args = [...TRACED, "--workers", workers, "--out", workers];
      const { status, stderr } = await proxkit(["reproduce", ...args], folder);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    }
    const [none, one, two] = ["0", "1", "2"].map((name) => filesIn(join(folder, name)));
    expect(Object.keys(none)).toEqual(expect.arrayContaining([...REPORTS, ".parts/table1.json"]));
    expect(one).toEqual(none);
    expect(two).toEqual(none);
  });

  it("reports what the parts give, with all digits in the JSON", async () => {
    const { json } = await proxkitJson(["reproduce", ...TRACED]);
    const names = JSON.stringify(["table1", ...FIGURES]);
    const code = `import { partNamed, runPart } from "@proxkit/paper";
      console.log(JSON.stringify(${names}.map((name) => runPart(partNamed(name), { seeds: 2 }))));`;
    // on the same Node: the last digit of a power depends on its version
    const { stdout } = await run(systemNode, ["--input-type=module", "-e", code], { cwd: cli });
    expect(json.sections).toEqual(JSON.parse(stdout));
    expect(json).toMatchObject({
      format: "proxkit-report",
      version: 1,
      command: "proxkit reproduce table1 figure4 figure5 figure6 --seeds 2",
      settings: { seeds: 2 },
    });
  });

  it("states the rule of each verdict, and the test that holds it", async () => {
    const { json } = await proxkitJson(["reproduce", ...TRACED]);
    const verdicts = (json.sections as Section[]).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "verdicts" ? block.verdicts : [])),
    );
    expect(verdicts.length).toBeGreaterThan(30); // six rows of five columns, at least
    expect(json.summary.agrees + json.summary.differs).toBe(verdicts.length);
    expect(new Set(Object.keys(json.rules))).toEqual(new Set(verdicts.map(({ rule }) => rule)));
    const { stdout } = await proxkit(["reproduce", ...TRACED]);
    for (const [name, { says, test }] of Object.entries<{ says: string; test: string }>(
      json.rules,
    )) {
      expect(test).toMatch(/^packages\/paper\/test\/[\w/-]+\.test\.ts: ./);
      const [, stated] = stdout.split(`### Rule: ${name}\n\n`);
      expect(stated.replaceAll("\\", "").startsWith(says)).toBe(true);
      expect(stated).toContain(`Held by the test \`${test}\``);
    }
  });

  it("goes on from the parts that another run finished, and says so", async () => {
    const folder = folderWith();
    const args = ["reproduce", "figure5", "figure6", "--out", "r", "--seeds", "2"];
    await proxkit(["reproduce", "figure5", "--out", "r", "--seeds", "2"], folder);
    const kept = "r/.parts/figure5.json";
    const mark = (text: string) => text.replace(/"title":"[^"]*"/, '"title":"Kept, not computed"');
    writeFileSync(join(folder, kept), mark(readText(folder, kept)));
    const { stdout } = await proxkit(args, folder);
    expect(stdout).toMatch(/^ {2}parts {6}2, 1 of them finished before$/m);
    expect(readText(folder, "r/report.md")).toContain("## Kept, not computed");

    const otherSeeds = await proxkit([...args.slice(0, -1), "3"], folder);
    expect(otherSeeds.stdout).toMatch(/^ {2}parts {6}2$/m);
    expect(readText(folder, "r/report.md")).not.toContain("Kept, not computed");
  });

  it.each([
    ["of other code", (text: string) => text.replace(/"code":"./, '"code":"x')],
    ["that is no JSON", () => '{"format":'],
    ["of another part", (text: string) => text.replace('"name":"figure5"', '"name":"figure6"')],
  ])("computes a kept part anew %s", async (_, change) => {
    const folder = folderWith();
    const args = ["reproduce", "figure5", "--out", "r", "--seeds", "2"];
    await proxkit(args, folder);
    const right = filesIn(join(folder, "r"));
    writeFileSync(join(folder, "r/.parts/figure5.json"), change(right[".parts/figure5.json"]));
    const { stdout } = await proxkit(args, folder);
    expect(stdout).toMatch(/^ {2}parts {6}1$/m);
    expect(filesIn(join(folder, "r"))).toEqual(right);
  });

  it("finishes parts in their order, so that a stopped run has whole ones to go on from", async () => {
    const folder = folderWith();
    const names = ["figure6", "trade-off", "path"]; // of 8, 40 and 24 tasks
    await proxkit(["reproduce", ...names, "--seeds", "10", "--workers", "1", "--out", "r"], folder);
    const finished = (name: string) => statSync(join(folder, `r/.parts/${name}.json`)).mtimeMs;
    expect([...names].sort((a, b) => finished(a) - finished(b))).toEqual(names);
  });

  it("leaves no half file when it is killed, and ends where a whole run ends", async () => {
    const folder = folderWith({ "r.json.1": "not ours" });
    const args = ["reproduce", ...TRACED, "--workers", "1", "--out", "r"];
    await proxkit([...args.slice(0, -1), "whole"], folder);
    const kept = join(folder, "r/.parts");
    for (const parts of [1, 2, 4]) {
      const child = start(args, folder);
      const ended = new Promise((resolve) => child.on("close", resolve));
      while (!existsSync(kept) || readdirSync(kept).length < parts) await pause(2);
      child.kill("SIGKILL");
      await ended;
      const found = filesIn(join(folder, "r"));
      for (const [name, text] of Object.entries(found)) {
        if (name.endsWith(".json")) expect(() => JSON.parse(text), name).not.toThrow();
        if (name.endsWith(".svg")) expect(text, name).toMatch(/<\/svg>\n$/);
        if (name.endsWith(".html")) expect(text, name).toMatch(/<\/html>\n$/);
      }
    }
    // what a killed run may leave of a file that it had not yet moved to its place
    writeFileSync(join(folder, "r/.parts/table1.json.123"), '{"format":');
    writeFileSync(join(folder, "r/report.html.123"), "<!doctype");
    await proxkit(args, folder);
    expect(filesIn(join(folder, "r"))).toEqual(filesIn(join(folder, "whole")));
    expect(readText(folder, "r.json.1")).toBe("not ours");
  });

  it("keeps what is finished when it is interrupted, and exits with 1", async () => {
    const folder = folderWith();
    const args = ["reproduce", "figure4", "figure7", "--seeds", "20000", "--out", "r"];
    const child = start(args, folder);
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const status = new Promise((resolve) => child.on("close", resolve));
    while (!existsSync(join(folder, "r/.parts/figure4.json"))) await pause(20);
    child.kill("SIGINT");
    expect(await status).toBe(1);
    expect(stderr).toBe(
      "proxkit: interrupted: 1 of 2 parts are finished; they are kept in r, and the same command goes on from them\n",
    );
    expect(Object.keys(filesIn(join(folder, "r")))).toEqual([".parts/figure4.json"]);
  });

  // Node's mkdir of a relative path, `recursive`, never ends where the working directory is gone
  it.skipIf(process.platform === "win32")(
    "ends in one line when its folder is removed meanwhile",
    async () => {
      const folder = folderWith();
      // in a thread of its own, while the first one draws
      const remove = `
        import { Worker } from "node:worker_threads";
        new Worker(\`
          const { existsSync, rmSync } = require("node:fs");
          const watch = setInterval(() => {
            if (!existsSync("r/.parts/figure4.json")) return;
            rmSync(${JSON.stringify(folder)}, { recursive: true });
            clearInterval(watch);
          }, 1);\`, { eval: true, execArgv: [], env: {} }).unref();`;
      const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(remove)}` };
      const args = ["reproduce", "figure4", "--workers", "0", "--out", "r"];
      const child = start(args, folder, env);
      let stderr = "";
      child.stderr.on("data", (chunk) => {
        stderr += chunk;
      });
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(2);
      expect(stderr).toMatch(/^proxkit: .*no such file or folder.*\n$/);
      expect(existsSync(folder)).toBe(false);
    },
    15_000,
  );

  it("writes to standard output alone without --out", async () => {
    const folder = folderWith();
    const { stdout } = await proxkit(["reproduce", "figure4"], folder);
    expect(stdout).toMatch(/^# /);
    expect(stdout).toContain("**Picture figure4: ");
    expect(stdout).toContain("`--out DIR` draws it.");
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["html", ["report.html"]],
    ["md", ["figures", "report.md"]],
    ["json", ["report.json"]],
  ])("writes only %s with --format %s", async (format, files) => {
    const folder = folderWith();
    const args = ["reproduce", "figure5", "--format", format, "--out", "deep/r"];
    await proxkit(args, folder);
    expect(readdirSync(join(folder, "deep/r")).sort()).toEqual([".parts", ...files]);
  });

  it("knows every part by name, and all", async () => {
    const names = parts.map(({ name }) => name);
    const { stderr } = await proxkit(["reproduce", "nothing"]);
    expect(stderr).toBe(
      `proxkit: reproduce nothing: no such part; parts: all, ${names.join(", ")}\n`,
    );
    const twice = ["figure6", "figure4", "figure6", "--seeds", "1"];
    const { json } = await proxkitJson(["reproduce", ...twice]);
    expect(json.sections.map(({ name }: Section) => name)).toEqual(["figure4", "figure6"]);
  });

  // Node's recursive mkdir tries for ever there
  it.skipIf(process.platform !== "linux")("refuses a folder that /proc does not make", async () => {
    const { status, stderr } = await proxkit(["reproduce", "figure4", "--out", "/proc/none/r"]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "proxkit: --out /proc/none/r: expected a folder, but the path cannot be made\n",
    });
  });

  it.each([
    [["tabel1"], "reproduce tabel1: no such part (did you mean table1?); parts: all, table1, "],
    [
      ["figure1"],
      "reproduce figure1: is a drawing of the architecture of the network, without data",
    ],
    [["figure3"], "reproduce figure3: is a drawing of the worst case of the update of w, without"],
    [["--seeds", "0"], "option '--seeds <n>' argument '0' is invalid. expected a whole number"],
    [["--seeds", "1000000"], "--seeds must be at most 100000, received 1000000"],
    [
      ["table2", "--seeds", "1"],
      "reproduce table2: table: seeds must be a whole number, 2 or more",
    ],
    [["--workers", "-1"], "option '--workers <n>' argument '-1' is invalid. expected a whole"],
    [["--format", "pdf"], "option '--format <name>' argument 'pdf' is invalid. expected one of"],
    [["--format", "md", "--json"], "--json and --format md both go to standard output"],
    [["figure4", "--out", "taken"], "--out taken: expected a folder, but the path is a file"],
    [["figure4", "--out", ""], '--out: expected a folder, received ""'],
    [["figure4", "--out", "taken/r"], "--out taken/r: expected a folder, but the path is a file"],
  ])("refuses %j in one line, and writes nothing", async (args, message) => {
    const folder = folderWith({ taken: "" });
    const outcome = await proxkit(["reproduce", ...args], folder);
    expect(outcome).toMatchObject({ status: 2, stdout: "" });
    expect(outcome.stderr.startsWith(`proxkit: ${message}`), outcome.stderr).toBe(true);
    expect(outcome.stderr.trim().split("\n")).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});
