import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, proxkit, proxkitJson, readText } from "./proxkit.ts";
import { SCALED, WRONG_L0 } from "./third-party.ts";

/** The rows of a CSV file as numbers, by column. */
function columns(csv: string): Record<string, number[]> {
  const [header, ...rows] = csv.trim().split("\n");
  const values = rows.map((row) => row.split(",").map(Number));
  return Object.fromEntries(
    header.split(",").map((name, j) => [name, values.map((row) => row[j])]),
  );
}

describe("proxkit prox", () => {
  it("writes v, prox, value and envelope as CSV, of l1 at t by the formulas", async () => {
    const { status, stdout } = await proxkit(["prox", "l1", "--t", "0.5"]);
    const { v, prox, value, envelope } = columns(stdout);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^v,prox,value,envelope\n/);
    expect([v.length, v[0], v[1], v[300], v[600]]).toEqual([601, -3, -2.99, 0, 3]);
    for (const [i, x] of v.entries()) {
      const size = Math.abs(x);
      expect(prox[i]).toBeCloseTo(Math.sign(x) * Math.max(0, size - 0.5), 14);
      expect(value[i]).toBe(size);
      expect(envelope[i]).toBeCloseTo(size < 0.5 ? x * x : size - 0.25, 14); // Huber / t
    }
  });

  it("takes v the same on both sides of 0", async () => {
    const { stdout } = await proxkit(["prox", "l1", "--from", "-0.7", "--to", "0.7"]);
    const { v } = columns(stdout);
    expect(v.map((x) => 0 - x).reverse()).toEqual(v);
  });

  it("keeps l0 at its threshold 0, and the next number", async () => {
    const next = Math.SQRT2 + Number.EPSILON;
    const args = ["--from", String(Math.SQRT2), "--to", String(next), "--points", "2"];
    const { stdout } = await proxkit(["prox", "l0", ...args]);
    expect(columns(stdout).prox).toEqual([0, next]);
  });

  it("takes no rounding for a jump", async () => {
    const prox = async (...args: string[]) => (await proxkitJson(["prox", ...args])).json.jumps;
    expect(await prox("l1", "--from", "1", "--to", "1.000000000000001")).toEqual([]);
    expect(await prox("l1", "--from", "-1000001", "--to", "-1000000", "--t", "1e6")).toEqual([]);
    const tiny = ["--t", "1e-30", "--from", "-3e-15", "--to", "3e-15"];
    expect(await prox("l0", ...tiny)).toHaveLength(2); // by √2 ∙ 1e-15
  });

  it("says between which numbers, however near each other they are", async () => {
    const folder = folderWith();
    const range = ["--from", "999999.5", "--to", "1000000"];
    const { stdout } = await proxkit(["prox", "l1", ...range, "--plot", "p.svg"], folder);
    expect(stdout).toContain("601 values for v from 999999.5 to 1000000\n");
  });

  it("finds where the prox jumps, to the last bit", async () => {
    const { json } = await proxkitJson(["prox", "tl1:a=1", "--t", "1", "--points", "13"]);
    // Lemma 5.2.1: threshold √(2t(a + 1)) − a/2, beyond which the prox is √(2t(a + 1)) − a and more
    expect(json).toMatchObject({ threshold: 1.5, t: 1, dimension: 1, format: "proxkit-prox" });
    const [left, right] = json.jumps;
    expect([left.at, left.right, left.value, right.at, right.left, right.value]).toEqual([
      -1.5, 0, 0, 1.5, 0, 0,
    ]);
    expect([-left.left, right.right]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
    const { json: continuous } = await proxkitJson(["prox", "tl1:a=1", "--t", "0.25"]);
    expect(continuous.jumps).toEqual([]);
  });

  it("gives with --json what it gives as CSV, but null for infinities", async () => {
    const args = ["prox", "box:lower=-1,upper=1", "--points", "5", "--t", "2"];
    const { json } = await proxkitJson(args);
    const csv = columns((await proxkit(args)).stdout);
    const infinite = Number.POSITIVE_INFINITY;
    expect(csv.value).toEqual([infinite, infinite, 0, infinite, infinite]);
    expect(json.value).toEqual([null, null, 0, null, null]);
    for (const name of ["v", "prox", "envelope"]) expect(json[name]).toEqual(csv[name]);
    expect(json.prox).toEqual([-1, -1, 0, 1, 1]);
    expect(json.envelope).toEqual([1, 1 / 16, 0, 1 / 16, 1]); // (|v| − 1)²/(2t)
  });

  it("takes a penalty that is not separable along the first axis", async () => {
    const { json } = await proxkitJson(["prox", "group:size=4", "--t", "0.5", "--points", "7"]);
    // √4·‖w‖: soft thresholding of the norm at 1
    expect(json.dimension).toBe(4);
    expect(json.v).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(json.prox).toEqual([-2, -1, 0, 0, 0, 1, 2]);
    expect(json.value).toEqual([6, 4, 2, 0, 2, 4, 6]);
    const { stdout } = await proxkit(["prox", "group:size=2", "--plot", "g.svg"], folderWith());
    expect(stdout).toMatch(/^ {2}along {6}the first of 2 axes$/m);
  });

  it("draws a picture, and says in short what is in it", async () => {
    const folder = folderWith();
    const { stdout } = await proxkit(["prox", "l0", "--plot", "l0.svg", "--out", "l0.csv"], folder);
    expect(stdout).toBe(
      [
        "  penalty    l0",
        "  prox       at t = 1, 601 values for v from -3 to 3",
        "  threshold  1.414",
        "  jumps      by 1.414 at -1.414, by 1.414 at 1.414",
        "",
        "  values written to l0.csv",
        "  picture written to l0.svg",
        "",
      ].join("\n"),
    );
    const svg = readText(folder, "l0.svg");
    for (const text of ["threshold 1.41", "jump 1.41", "identity", "envelope"])
      expect(svg).toContain(`>${text}<`);
    expect(columns(readText(folder, "l0.csv")).v).toHaveLength(601);
    await proxkit(["prox", "l0", "--plot", "l0.PNG"], folder);
    expect(readFileSync(join(folder, "l0.PNG")).subarray(1, 4).toString()).toBe("PNG");
  });

  it("shows in the picture that a wrong prox is wrong", async () => {
    const folder = folderWith({ "mine.ts": WRONG_L0 });
    await proxkit(["prox", "./mine.ts", "--plot", "p.svg"], folder);
    expect(readText(folder, "p.svg")).toContain("This prox is wrong");
  });

  it.each([
    [["l2"], "penalty l2: no such penalty, module or file (did you mean l0?); built in: "],
    [["l1", "--from", "3"], "--from must be less than --to, 3, received 3"],
    [["l1", "--from", "x"], `option '--from <number>' argument 'x' is invalid. expected a number`],
    [["l1", "--t", "-1"], "option '--t <number>' argument '-1' is invalid. expected a number at"],
    [["l1", "--points", "1"], "option '--points <n>' argument '1' is invalid. expected a whole"],
    [["l1", "--plot", "p.gif"], "--plot p.gif: expected a name that ends in .svg or .png"],
    [["l1", "--to", "2e300", "--plot", "p.svg"], "--plot shows v from -1e+300 to 1e+300, received"],
    [["l1", "--out", "p.txt"], "p.txt: expected a name that ends in .csv, .tsv or .npy"],
    [["l1", "--out", "p.svg", "--plot", "./p.svg"], "--out and --plot name the same file, ./p.svg"],
    [["l1", "--json", "--out", "-"], "--json and --out - both go to standard output"],
    [["group"], "penalty group: group: either size or groups must be given, received neither"],
    [
      ["group:size=2", "--dimension", "3"],
      "penalty group: does not work: group: v must have length",
    ],
    [["./mine.ts"], "penalty ./mine.ts: failed at v = 1.01: too large\n"],
  ])("refuses %j in one line, and writes nothing", async (args, message) => {
    const bad = SCALED.replace("prox: (v, t) => (", "prox: (v, t) => (v > 1 ? tooLarge() : ");
    const folder = folderWith({
      "mine.ts": `${bad}\nfunction tooLarge(): never { throw new Error("too large"); }`,
    });
    const outcome = await proxkit(["prox", ...args], folder);
    expect(outcome).toMatchObject({ status: 2, stdout: "" });
    expect(outcome.stderr.startsWith(`proxkit: ${message}`), outcome.stderr).toBe(true);
    expect(outcome.stderr.trim().split("\n")).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(["mine.ts"]);
  });
});
