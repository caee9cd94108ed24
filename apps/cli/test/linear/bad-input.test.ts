import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folderWith, proxkit } from "../proxkit.ts";
import { COLOURS } from "./tables.ts";

const FILES = {
  "good.csv": "a,b,y\n1,2,3\n4,5,6\n7,8,8\n5,1,2\n",
  "same.csv": "a,b,y\n1,2,3\n1,2,6\n1,2,8\n",
  "flat.csv": "a,b,y\n1,2,3\n4,5,3\n7,8,3\n",
  "negative.csv": "a,b,y\n1,2,3\n4,5,-6\n7,8,8\n",
  "weights.csv": "a,w,y\n1,1,3\n4,-2,6\n7,0,8\n",
  "weightless.csv": "a,w,y\n1,0,3\n4,0,6\n7,0,8\n",
  "one.csv": "a,b,y\n1,2,yes\n4,5,yes\n",
  "two.csv": "a,b,y\n1,2,yes\n4,5,no\n3,2,no\n4,4,no\n",
  "three.csv": "a,b,y\n1,2,x\n4,5,y\n3,2,z\n",
  "colours.csv": COLOURS,
};

describe("what cannot be learned is refused in one line, and nothing is written", () => {
  it.each([
    [
      "good",
      "--loss squared --target Y",
      "good.csv: has no column Y (did you mean y?); it has a, b, y",
    ],
    ["good", "--loss squared --weights w", "good.csv: has no column w; it has a, b, y"],
    ["good", "--loss squared --weights y", "--weights y: is the target; it cannot be both"],
    ["good", "--loss squared --categorical c", "good.csv: has no column c; it has a, b, y"],
    [
      "good",
      "--loss squared --categorical y",
      "--categorical y: is the target, which --loss logistic and multinomial take as classes",
    ],
    ["good", "--loss squared --cv", "--cv 10: good.csv has only 4 rows, fewer than folds"],
    [
      "good",
      "--loss squared --cv 1",
      "option '--cv [folds]' argument '1' is invalid. expected a whole number from 2 to 1000000, received 1",
    ],
    [
      "good",
      "--loss squared --cv 2 --measure auc",
      "--measure auc: expected one of mse, mae for squared",
    ],
    [
      "good",
      "--loss squared --cv 2 --criterion bic",
      "--cv and --criterion both choose λ: give one of them",
    ],
    ["good", "--loss squared --cv 2 --lambda 1", "--lambda fixes λ: there is none to choose"],
    ["good", "--loss squared --rule 1se", "--rule needs --cv"],
    [
      "good",
      "--loss squared --lambda 1 --lambda-ratio 0.5",
      "--lambda and --lambda-ratio both say what λ is: give one of them",
    ],
    ["good", "--loss squared --delta 1", "--delta needs --loss huber; it is squared"],
    ["good", "--loss squared --group a,B", '--group: there is no input "B" (did you mean b?)'],
    ["good", "--loss squared --group a;a", "--group: a is in two groups"],
    [
      "good",
      "--loss squared --feature-weights b",
      '--feature-weights: expected column=weight, the weight a number at least 0, received "b"',
    ],
    [
      "good",
      "--loss squared --feature-weights a=0,b=0",
      "--feature-weights: all weights are 0: nothing is penalised",
    ],
    [
      "good",
      "--loss squared --penalty group:size=2 --group a,b",
      "--group: --penalty group:size=2 is on groups of its own already",
    ],
    [
      "good",
      "--loss squared --penalty ./odd.ts",
      "--penalty ./odd.ts: coordinate descent takes penalties that are separable (have `scalar`) or on groups (`grouped`), and odd is neither",
    ],
    [
      "good",
      "--loss squared --trace t.csv",
      "--trace: is of solvers step by step, such as --solver proxgrad; it is cd",
    ],
    ["good", "--solver proxgrad --loss squared --cv 2", "--cv: needs --solver cd; it is proxgrad"],
    [
      "good",
      "--solver cd --loss network",
      "--solver cd: is for linear models; a network takes rvsm, iht, gd or proxgrad",
    ],
    [
      "same",
      "--loss squared",
      "same.csv: holds the same in every row, in all columns but the target y",
    ],
    [
      "flat",
      "--loss squared",
      "flat.csv: column y holds 3 in every row: there is nothing to learn",
    ],
    [
      "negative",
      "--loss poisson",
      "negative.csv: column y must hold counts of at least 0 with --loss poisson, received -6 in data row 2",
    ],
    [
      "weights",
      "--loss squared --weights w",
      "weights.csv: column w must hold weights of at least 0, received -2 in data row 2",
    ],
    [
      "weightless",
      "--loss squared --weights w",
      "weightless.csv: column w holds weights that are all 0",
    ],
    [
      "one",
      "--loss logistic",
      "one.csv: column y holds one class only, yes: there is nothing to tell apart",
    ],
    [
      "two",
      "--loss logistic --cv 2",
      "--cv 2: class yes of column y has 1 row: none is left to learn from where it is tested",
    ],
    [
      "three",
      "--loss logistic",
      "three.csv: column y must hold two classes with --loss logistic; it holds 3: x, y, z; --loss multinomial takes more",
    ],
    [
      "colours",
      "--loss squared",
      'colours.csv:2:2: column colour must hold a finite number, received "red"; --categorical colour takes text',
    ],
    [
      "colours",
      "--loss squared --categorical colour",
      "colours.csv:32:2: column colour must hold a category, received nothing; --drop-missing leaves such rows out",
    ],
  ])("%s.csv %s", async (name, args, message) => {
    const odd = `export default {
      name: "odd",
      options: { "~standard": { version: 1, vendor: "x", validate: () => ({ value: {} }) } },
      create: () => ({
        name: "odd", parameters: {}, traits: { convex: true, separable: false, weakConvexity: 0 },
        value: () => 0, prox: (v) => v.slice(),
      }),
    };`;
    const folder = folderWith({ ...FILES, "odd.ts": odd });
    const before = readdirSync(folder);
    const fit = ["fit", `${name}.csv`, ...args.split(" "), "--out", "m.json", "--plot", "p.svg"];
    expect(await proxkit(fit, folder)).toEqual({
      status: 2,
      stdout: "",
      stderr: `proxkit: ${message}\n`,
    });
    expect(readdirSync(folder)).toEqual(before);
  });

  it("a level that the model does not know, on new data", async () => {
    const folder = folderWith({ ...FILES, "new.csv": "age,colour\n1,red\n2,pink\n" });
    const fit = "fit colours.csv --solver cd --exclude weight --categorical colour --drop-missing";
    await proxkit([...fit.split(" "), "--out", "m.json"], folder);
    expect(await proxkit(["predict", "m.json", "new.csv"], folder)).toEqual({
      status: 2,
      stdout: "",
      stderr:
        'proxkit: new.csv: column colour holds "pink", which the model does not know; it knows blue, green, red\n',
    });
  });
});
