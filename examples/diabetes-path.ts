/*
# Which measurements matter, and in which order

Ten measurements of 442 patients, and how far their diabetes progressed in a year. With a large λ no weight is
worth its price; as λ falls, one after another comes in: body mass index and a blood value first. A weight's place in this
order says more than its value at any one λ.

Each λ starts where the one before ended, which takes a few iterations instead of many.
*/
import { readFileSync, writeFileSync } from "node:fs";
import { leastSquares } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { lambdaMax, proximalGradient, solve } from "@proxkit/solvers";

const file = new URL("data/diabetes-standardized.csv", import.meta.url);
const [header, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
const names = header.split(",").slice(0, -1);
const rows = lines.map((line) => line.split(",").map(Number));

const loss = leastSquares({
  X: rows.map((row) => row.slice(0, -1)),
  y: rows.map((row) => row.at(-1) ?? 0),
});
const penalty = l1();
const largest = lambdaMax({ loss, penalty });
const lambdas = Array.from({ length: 60 }, (_, i) => largest * 10 ** (-i / 20));

let w: Float64Array = new Float64Array(names.length);
const path = lambdas.map((lambda) => {
  w = solve(proximalGradient({ loss, penalty, lambda }), w).solution;
  return w;
});

const entered = names
  .map((name, i) => ({ name, at: path.findIndex((weights) => weights[i] !== 0) }))
  .filter(({ at }) => at >= 0)
  .sort((a, b) => a.at - b.at);
console.log(entered.slice(0, 4).map(({ name }) => name)); // [ 'bmi', 's5', 'bp', 's3' ]

const picture = chartPicture({
  name: "diabetes-path",
  title: "The lasso path of the diabetes data",
  caption:
    "Weights of standardised columns under l1, for 60 values of λ, from the one at which all are 0.",
  panels: [
    {
      title: "",
      x: { label: "λ", scale: "log" },
      y: { label: "weight" },
      curves: names.map((label, i) => ({
        label,
        x: lambdas,
        y: path.map((weights) => weights[i]),
      })),
    },
  ],
});
writeFileSync(process.argv[2] ?? "diabetes-path.svg", renderSvg(picture));
