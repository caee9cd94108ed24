import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { examples, folderWith, proxkit, proxkitJson, readText } from "../proxkit.ts";

const raw = join(examples, "diabetes.csv");
const path = ["path", raw, "--target", "progression"];

describe("proxkit path", () => {
  it("begins where all weights are 0, explains more and more, and says who came in", async () => {
    const { status, json } = await proxkitJson([...path, "--lambdas", "20"]);
    expect(status).toBe(0);
    expect(json).toMatchObject({ format: "proxkit-path", version: 1, samples: 442 });
    const points = json.path as { lambda: number; nonzeros: number; deviance: number }[];
    expect(points[0].nonzeros).toBe(0);
    expect(points[1].nonzeros).toBeGreaterThan(0);
    for (let k = 1; k < points.length; k++) {
      expect(points[k].lambda).toBeLessThan(points[k - 1].lambda);
      expect(points[k].deviance).toBeGreaterThanOrEqual(points[k - 1].deviance - 1e-9);
    }
    const { stdout } = await proxkit([...path, "--lambdas", "20"]);
    expect(stdout).toContain("+bmi +s5");
  });

  it("has at each λ the model that fit finds there", async () => {
    const { json } = await proxkitJson([...path, "--lambdas", "6", "--penalty", "elastic-net"]);
    const point = json.path[3];
    const fit = await proxkitJson([
      ...["fit", raw, "--target", "progression", "--loss", "squared", "--penalty", "elastic-net"],
      ...["--lambda", String(point.lambda)],
    ]);
    expect(fit.json.objective).toBeCloseTo(point.objective, 5);
    expect(fit.json.support.map(({ index }: { index: number }) => index)).toEqual(
      point.support.map(({ index }: { index: number }) => index),
    );
  });

  it("marks the λ of the least mean and of the one-standard-error rule as fit --cv chooses them", async () => {
    const folds = ["--cv", "5", "--seed", "1"];
    const { json } = await proxkitJson([...path, ...folds]);
    const { chosen, path: points } = json;
    const means = points.map(({ mean }: { mean: number }) => mean);
    expect(means[chosen.min]).toBe(Math.min(...means));
    const limit = means[chosen.min] + points[chosen.min].standardError;
    expect(chosen.oneStandardError).toBe(means.findIndex((value: number) => value <= limit));
    for (const name of ["aic", "bic", "ebic"]) {
      const values = points.map((point: Record<string, number>) => point[name]);
      expect(values[chosen[name]]).toBe(Math.min(...values));
    }
    const fit = ["fit", raw, "--target", "progression", "--solver", "cd", ...folds];
    const { json: fitted } = await proxkitJson(fit);
    expect(fitted.choice.index).toBe(chosen.min);
    expect(fitted.solver.settings.lambda).toBe(points[chosen.min].lambda);
  });

  it("writes all of it as CSV and JSON, and a picture with the names and both rules", async () => {
    const folder = folderWith();
    const more = ["--lambdas", "20", "--cv", "5", "--plot", "p.svg"];
    const { status } = await proxkit([...path, ...more, "--out", "p.csv"], folder);
    expect(status).toBe(0);
    const { json } = await proxkitJson([...path, ...more, "--out", "p.json"], folder);
    const [header, ...lines] = readText(folder, "p.csv").trim().split("\n");
    const names = header.split(",");
    expect(names.slice(0, 3)).toEqual(["lambda", "nonzeros", "deviance"]);
    expect(lines).toHaveLength(json.path.length);
    const last = lines.at(-1)?.split(",").map(Number) ?? [];
    const point = json.path.at(-1);
    expect(last[names.indexOf("lambda")]).toBe(point.lambda);
    expect(last[names.indexOf("intercept")]).toBe(point.intercept[0]);
    for (const { column, weights } of point.support)
      expect(last[names.indexOf(column)]).toBe(weights[0]);
    expect(JSON.parse(readText(folder, "p.json")).path).toEqual(json.path);
    const svg = readText(folder, "p.svg");
    for (const word of ["bmi", "s5", "min", "1se", "mse over the folds"])
      expect(svg).toContain(`>${word}<`);
  });

  it("refuses in one line a penalty that no λ makes 0, and a name that says no format", async () => {
    expect(await proxkit([...path, "--penalty", "box:lower=0"])).toMatchObject({
      status: 2,
      stderr:
        "proxkit: --penalty box:lower=0: a path begins where the penalty makes all weights 0, and this one does so for no λ; fit takes it with --lambda\n",
    });
    expect(await proxkit([...path, "--out", "p.txt"])).toMatchObject({
      status: 2,
      stderr: "proxkit: --out p.txt: expected a name that ends in .csv or .json\n",
    });
  });
});
