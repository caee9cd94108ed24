/*
# A classifier that reads four columns

Yes or no from 60 columns, of which four matter. With a large λ the model reads too few columns, with a small one it
learns the noise of all. On samples that it has not seen the best λ is the one that reads the four.

The classes overlap: the planted weights themselves are wrong in a sixth of the cases, which is the dashed line.
*/
import { writeFileSync } from "node:fs";
import { linearPredict, logistic, probability, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { solvePath } from "@proxkit/solvers";

const d = 60;
const planted = Float64Array.from({ length: d }, (_, i) => [2, -1.5, 1, -1][i / 15] ?? 0);
const random = seededRandom(9);
function samples(m: number) {
  const X = Array.from({ length: m }, () => Array.from({ length: d }, () => random.normal()));
  const y = probability({ w: planted, X }).map((p) => Number(random.uniform() < p));
  return { X, y };
}
const train = samples(300);
const held = samples(2000);

/** The share of held-out samples that weights get right. */
function accuracy(w: Float64Array): number {
  const scores = linearPredict({ w, X: held.X });
  return scores.filter((score, j) => score > 0 === (held.y[j] === 1)).length / held.y.length;
}

const loss = logistic(train);
const penalty = l1();
const path = Array.from(solvePath({ loss, penalty, count: 30, ratio: 0.01 }), (point) => ({
  ...point,
  accuracy: accuracy(point.w),
}));

const best = path.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));
console.log(best.support, best.accuracy.toFixed(3)); // [ 0, 15, 30, 45 ] 0.830
console.log(accuracy(planted).toFixed(3), path[29].accuracy.toFixed(3)); // 0.829 0.787

const lambdas = path.map(({ lambda }) => lambda);
const picture = chartPicture({
  name: "logistic",
  title: "How much do more columns help?",
  caption: "Logistic regression under l1: 300 samples to learn from, 2000 others to judge by.",
  panels: [
    {
      title: "Held-out accuracy",
      x: { label: "λ", scale: "log" },
      y: { label: "share that is right" },
      curves: [
        { label: "learned", mark: "both", x: lambdas, y: path.map((one) => one.accuracy) },
        {
          label: "planted weights",
          x: [lambdas[0], lambdas[29]],
          y: [accuracy(planted), accuracy(planted)],
        },
      ],
    },
    {
      title: "Columns in use",
      x: { label: "λ", scale: "log" },
      y: { label: "nonzero weights", domain: [0, d] },
      curves: [{ label: "", mark: "both", x: lambdas, y: path.map((one) => one.support.length) }],
    },
  ],
});
writeFileSync(process.argv[2] ?? "logistic.svg", renderSvg(picture));
