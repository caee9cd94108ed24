import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { diabetes, folderWith, planted, proxkit } from "../proxkit.ts";

/** Models that proxkit wrote before version 2, and what it then predicted for the first two rows. */
const old = (name: string) => fileURLToPath(new URL(`version-1/${name}.json`, import.meta.url));
const PREDICTED: [name: string, data: string, lines: string[]][] = [
  ["network", planted, ["prediction", "1.4245652290142614", "0.18948566737748326"]],
  ["squared", diabetes, ["prediction", "43.45663028189067", "-61.19051034341945"]],
  ["logistic", diabetes, ["probability,class", "0.7623892402297049,1", "0.11773835752917745,0"]],
];

describe("a model of version 1", () => {
  it.each(PREDICTED)("%s predicts what it did", async (name, data, [header, ...first]) => {
    const { status, stdout } = await proxkit(["predict", old(name), data]);
    expect(status).toBe(0);
    const lines = stdout.split("\n");
    expect(lines[0]).toBe(header);
    first.forEach((line, i) => {
      const [expected, received] = [line, lines[i + 1]].map((text) => text.split(",").map(Number));
      expected.forEach((value, j) => {
        expect(received[j]).toBeCloseTo(value, 10);
      });
    });
  });

  it("is certified as before", async () => {
    const { status, stdout } = await proxkit(["certify", old("network")]);
    expect([0, 1]).toContain(status);
    expect(stdout).toContain("Lemma 5.1.4");
  });
});

describe("a model of a version to come", () => {
  it("is refused in one line that says which versions are read", async () => {
    const folder = folderWith();
    copyFileSync(diabetes, join(folder, "d.csv"));
    const model = JSON.parse(readFileSync(old("squared"), "utf8"));
    writeFileSync(join(folder, "m.json"), JSON.stringify({ ...model, version: 3 }));
    for (const command of ["predict", "evaluate"])
      expect(await proxkit([command, "m.json", "d.csv"], folder)).toEqual({
        status: 2,
        stdout: "",
        stderr: "proxkit: m.json: is a model of version 3; this proxkit reads versions 1 to 2\n",
      });
  });
});
