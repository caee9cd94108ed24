/*
# Which measurements matter, and in which order

Ten measurements of 442 patients, and how far their diabetes progressed in a year. With a large λ no weight is
worth its price; as λ falls, one after another comes in: body mass index and a blood value first. A weight's place in this
order says more than its value at any one λ.

How far to go, cross-validation says: the band is the error on patients that were left out, with its standard error. At the
right end of what is as good as the best, five measurements are in use.
*/
import { readFileSync, writeFileSync } from "node:fs";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { crossValidate } from "@proxkit/regression";

const file = readFileSync(new URL("data/diabetes-standardized.csv", import.meta.url), "utf8");
const [header, ...lines] = file.trim().split(/\r?\n/);
const names = header.split(",").slice(0, -1);
const rows = lines.map((line) => line.split(",").map(Number));
const X = rows.map((row) => row.slice(0, -1));
const y = rows.map((row) => row.at(-1) ?? 0);

const course = { folds: 10, seed: 1, count: 60, tolerance: 1e-12 };
const { path, mean, standardError, oneStandardError } = await crossValidate(
  { X, y, penalty: l1() },
  course,
);
const lambdas = path.map(({ lambda }) => lambda);

const entered = names
  .map((name, i) => ({ name, at: path.findIndex(({ support }) => support.includes(i)) }))
  .sort((a, b) => a.at - b.at);
console.log(entered.map(({ name }) => name).join(" ")); // bmi s5 bp s3 sex s6 s1 s4 age s2
console.log(path[oneStandardError].support.map((i) => names[i]).join(" ")); // sex bmi bp s3 s5

const chosen = lambdas[oneStandardError];
const picture = chartPicture({
  name: "diabetes-path",
  title: "The lasso path of the diabetes data",
  caption: `Weights of standardised columns under l1; ten-fold cross-validation chooses λ\u00a0=\u00a0${chosen.toFixed(1)}.`,
  panels: [
    {
      title: "Weights",
      x: { label: "λ", scale: "log" },
      y: { label: "weight" },
      curves: names.map((label, i) => ({
        label,
        x: lambdas,
        y: path.map(({ coefficients }) => coefficients[i]),
      })),
    },
    {
      title: "Error on patients left out",
      x: { label: "λ", scale: "log" },
      y: { label: "mean squared error" },
      curves: [
        {
          label: "mean",
          x: lambdas,
          y: [...mean],
          low: [...mean].map((value, k) => value - standardError[k]),
          high: [...mean].map((value, k) => value + standardError[k]),
        },
        { label: "chosen", mark: "dots", x: [chosen], y: [mean[oneStandardError]] },
      ],
    },
  ],
});
writeFileSync(process.argv[2] ?? "diabetes-path.svg", renderSvg(picture));
