import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { agreement } from "../../src/compare/agreement.ts";
import { penaltiesIn } from "../../src/compare/penalties-in.ts";
import { examples, folderWith, proxkit, proxkitJson, readText } from "../proxkit.ts";

const raw = join(examples, "diabetes.csv");
const data = [raw, "--target", "progression"];

describe("proxkit compare", () => {
  it("chooses for each penalty what fit chooses, on the same folds", async () => {
    const folds = ["--cv", "5", "--seed", "2", "--rule", "1se"];
    const { status, json } = await proxkitJson([
      ...["compare", ...data, ...folds, "--penalties", "l1,mcp,tl1:a=2"],
    ]);
    expect(status).toBe(0);
    expect(json.penalties.map(({ spec }: { spec: string }) => spec)).toEqual([
      "l1",
      "mcp",
      "tl1:a=2",
    ]);
    for (const one of json.penalties) {
      const fit = ["fit", ...data, "--loss", "squared", ...folds, "--penalty", one.spec];
      const { json: fitted } = await proxkitJson(fit);
      expect(one.lambda).toBe(fitted.solver.settings.lambda);
      expect(one.mean).toBe(fitted.choice.mean);
      expect(one.support.map(({ index }: { index: number }) => index)).toEqual(
        fitted.support.map(({ index }: { index: number }) => index),
      );
    }
    const means = json.penalties.map(({ mean }: { mean: number }) => mean);
    expect(means[json.best]).toBe(Math.min(...means));
    json.agreement.forEach((line: number[], i: number) => {
      expect(line[i]).toBe(1);
    });
  });

  it("compares by a criterion, and draws", async () => {
    const folder = folderWith();
    const args = ["compare", ...data, "--penalties", "l1,l0", "--criterion", "ebic"];
    const { json } = await proxkitJson([...args, "--plot", "c.svg"], folder);
    const [l1, l0] = json.penalties;
    expect(l0.criterion).toBeLessThan(l1.criterion);
    expect(json.best).toBe(1);
    expect(readText(folder, "c.svg")).toContain(">EBIC<");
    const { stdout } = await proxkit(args);
    expect(stdout).toMatch(/^ {2}l0 .* best$/m);
  });

  it.each([
    [["--penalties", "l1"], "--penalties l1: expected at least two"],
    [["--penalties", "l1,l1"], "--penalties: l1 is given twice"],
    [["--penalties", "l1,tl1:a=0"], "--penalties tl1:a=0: tl1: a must be greater than 0"],
    [[], "required option '--penalties <list>' not specified"],
  ])("refuses %j in one line", async (args, message) => {
    const { status, stdout, stderr } = await proxkit(["compare", ...data, ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.startsWith(`proxkit: ${message}`), stderr).toBe(true);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("penaltiesIn", () => {
  it("gives an option after a comma to the penalty before it", () => {
    expect(penaltiesIn("l1,mcp:gamma=3,lambda=1,box:lower=0,penalty=(tl1:a=1,b=2),l0")).toEqual([
      "l1",
      "mcp:gamma=3,lambda=1",
      "box:lower=0,penalty=(tl1:a=1,b=2)",
      "l0",
    ]);
  });
});

describe("agreement", () => {
  it("is what two supports have in common of what they have together", () => {
    expect(agreement([1, 2, 3], [2, 3, 4])).toBe(0.5);
    expect(agreement([1], [2])).toBe(0);
    expect(agreement([], [])).toBe(1);
  });
});
