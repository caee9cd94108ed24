/*
# Three classes, one choice of columns

How fast did the disease progress: slowly, as most, or fast? Multinomial regression has weights for each class, and l1
chooses each of them alone: a measurement may stay for one class only. With a group penalty across the classes, which is
glmnet's `type.multinomial = "grouped"`, a measurement is in for all three classes, or out.

A dot is a weight that is not 0, at the λ that BIC likes best. l1 tells the slow from the fast with five measurements, and says
nothing of the middle class; the groups do with four.
*/
import { readFileSync, writeFileSync } from "node:fs";
import { group } from "@proxkit/penalties-group";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { chooseByCriterion, fitPath, regression } from "@proxkit/regression";

const file = readFileSync(new URL("data/diabetes-standardized.csv", import.meta.url), "utf8");
const [header, ...lines] = file.trim().split(/\r?\n/);
const names = header.split(",").slice(0, -1);
const rows = lines.map((line) => line.split(",").map(Number));
const X = rows.map((row) => row.slice(0, -1));
const progression = rows.map((row) => row.at(-1) ?? 0);
const sorted = progression.toSorted((a, b) => a - b);
const thirds = [1, 2].map((k) => sorted[Math.round((k * sorted.length) / 3)]);
const y = progression.map((value) => thirds.filter((bound) => value >= bound).length);
const classes = ["slow", "middle", "fast"];

const penalties = {
  "l1: each weight alone": l1(),
  "group: a measurement or none of it": group({ size: 3, weights: "equal" }),
};
const panels = [];
for (const [title, penalty] of Object.entries(penalties)) {
  const problem = regression({ X, y, loss: "multinomial", penalty });
  const path = [...fitPath(problem, { count: 30, ratio: 0.03, tolerance: 1e-6 })];
  const { support, coefficients, degreesOfFreedom, deviance } =
    path[chooseByCriterion(problem, path, "bic")];
  console.log(support.map((j) => names[j]).join(" "), degreesOfFreedom, deviance.toFixed(2)); // sex bmi bp s3 s5 9 0.26
  // bmi bp s3 s5 12 0.25
  panels.push({
    title,
    x: { label: "measurement, by its number", domain: [0.5, 10.5] as const },
    y: { label: "weight" },
    curves: classes.map((label, k) => ({
      label,
      mark: "dots" as const,
      x: names.map((_, j) => j + 1),
      y: names.map((_, j) => coefficients[3 * j + k] || null),
    })),
  });
}

const picture = chartPicture({
  name: "classes",
  title: "Weights of three classes",
  caption: `${names.map((name, j) => `${j + 1} ${name}`).join(", ")}.`,
  panels,
});
writeFileSync(process.argv[2] ?? "classes.svg", renderSvg(picture));
