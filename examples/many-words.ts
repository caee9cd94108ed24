/*
# Twenty thousand words, of which forty matter

A text as the counts of its words is a row with a few dozen entries that are not 0, among 20 000. Kept sparse, 3000 such rows are
a few megabytes, and coordinate descent touches only what is stored. As dense columns they would be 480.

Common words are in thousands of texts, most words in a handful, as in any language. Forty of the more common ones say what a
text is about. The picture follows the path of the logistic lasso, from right to left: first come words that matter, then more and
more that do not. Once all forty are in use, new texts are told apart no better.
*/
import { writeFileSync } from "node:fs";
import { seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { fitPath, measureOf, predictMean, regression } from "@proxkit/regression";

const [words, length] = [20_000, 60];
const random = seededRandom(3);
const isTelling = (word: number) => word >= 20 && word < 420 && word % 10 === 0;

/** Texts by columns (CSC), and whether each is about the topic. */
function write(texts: number) {
  const rowsOf = Array.from({ length: words }, () => new Map<number, number>());
  const y = new Float64Array(texts);
  for (let text = 0; text < texts; text++) {
    let score = 0;
    for (let at = 0; at < length; at++) {
      const word = Math.floor(words ** random.uniform()) - 1; // the k-th word about 1/k as often as the first
      rowsOf[word].set(text, (rowsOf[word].get(text) ?? 0) + 1);
      if (isTelling(word)) score += word % 20 === 0 ? 2 : -2;
    }
    y[text] = Number(random.uniform() < 1 / (1 + Math.exp(-score)));
  }
  const starts = [0];
  for (const rows of rowsOf) starts.push(starts[starts.length - 1] + rows.size);
  const rowIndices = rowsOf.flatMap((rows) => [...rows.keys()]);
  const values = rowsOf.flatMap((rows) => [...rows.values()]);
  return { X: { starts, rowIndices, values, rows: texts, columns: words }, y };
}

const [{ X, y }, fresh] = [write(3000), write(1000)];
console.log(
  `${((100 * X.values.length) / X.rows / X.columns).toFixed(2)}% of the entries are stored`,
); // 0.25% of the entries are stored

const problem = regression({ X, y, loss: "logistic", penalty: l1(), standardize: false });
const weights = new Float64Array(1000).fill(1);
const points = Array.from(fitPath(problem, { count: 30, ratio: 0.01 }), (model) => {
  const mean = predictMean({ lossName: "logistic", ...model, X: fresh.X });
  const telling = model.support.filter(isTelling).length;
  const accuracy = measureOf("accuracy", { lossName: "logistic", y: fresh.y, mean, weights });
  return { lambda: model.lambda, telling, others: model.support.length - telling, accuracy };
});

const best = points.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));
console.log(best.telling, best.others, best.accuracy); // 40 251 0.785

const x = points.map(({ lambda }) => lambda);
const panel = { x: { label: "λ", scale: "log" as const } };
const picture = chartPicture({
  name: "many-words",
  title: "Which words tell the topic of a text",
  caption: "3000 texts of 60 words out of 20 000, 40 of which matter; logistic lasso.",
  panels: [
    {
      ...panel,
      title: "Words in use",
      y: { label: "words" },
      curves: [
        { label: "that matter", x, y: points.map(({ telling }) => telling) },
        { label: "others", x, y: points.map(({ others }) => others) },
      ],
    },
    {
      ...panel,
      title: "On 1000 new texts",
      y: { label: "share that is right" },
      curves: [{ label: "accuracy", x, y: points.map(({ accuracy }) => accuracy) }],
    },
  ],
});
writeFileSync(process.argv[2] ?? "many-words.svg", renderSvg(picture));
