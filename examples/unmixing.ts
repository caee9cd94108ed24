/*
# What is in the mixture

A spectrum is a sum of known spectra, with amounts that cannot be negative. Least squares explains noise with negative
amounts of what is not there. With bounds alone, `positive()`, most amounts are 0; with a price on each, `positive(l1())`,
those that noise makes up are gone too.
*/
import { writeFileSync } from "node:fs";
import { leastSquares, seededRandom } from "@proxkit/core";
import { positive } from "@proxkit/penalties-box";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { gradientDescent, proximalGradient, solve } from "@proxkit/solvers";

const substances = 30;
const places = Array.from({ length: 200 }, (_, i) => i / 2);
const random = seededRandom(8);
// each substance has two lines, at places of its own
const spectra = Array.from({ length: substances }, () => {
  const lines = [0, 1].map(() => ({ at: 100 * random.uniform(), height: 0.5 + random.uniform() }));
  return (x: number) =>
    lines.reduce((sum, { at, height }) => sum + height * Math.exp(-(((x - at) / 3) ** 2)), 0);
});
const amounts = Float64Array.from(
  { length: substances },
  (_, i) => ({ 4: 1, 11: 0.6, 17: 0.3, 25: 0.8 })[i] ?? 0,
);
const X = places.map((x) => spectra.map((spectrum) => spectrum(x)));
const y = X.map((row) =>
  row.reduce((sum, value, i) => sum + value * amounts[i], 0.05 * random.normal()),
);

const loss = leastSquares({ X, y });
const start = new Float64Array(substances);
const results = {
  "least squares": solve(gradientDescent({ loss }), start),
  "not negative": solve(proximalGradient({ loss, penalty: positive(), lambda: 1 }), start),
  "and sparse": solve(proximalGradient({ loss, penalty: positive(l1()), lambda: 0.004 }), start),
};
for (const [label, { support }] of Object.entries(results)) console.log(label, support.length); // least squares 30
// not negative 12
// and sparse 4
console.log(results["and sparse"].support.join(" ")); // 4 11 17 25

/** The amounts that are not 0. */
function dots(label: string, w: Float64Array) {
  const at = [...w.keys()].filter((i) => w[i] !== 0);
  return { label, mark: "dots" as const, x: at, y: at.map((i) => w[i]) };
}

const picture = chartPicture({
  name: "unmixing",
  title: "Four of thirty substances in a noisy spectrum",
  caption:
    "200 places, noise of standard deviation 0.05. Amounts that are not 0, as planted and as two methods find them.",
  panels: [
    {
      title: "Spectrum",
      x: { label: "place" },
      y: { label: "intensity" },
      curves: [{ label: "measured", x: places, y }],
    },
    {
      title: "Amounts",
      x: { label: "substance", domain: [-1, substances] },
      y: { label: "amount" },
      curves: [
        dots("planted", amounts),
        dots("least squares", results["least squares"].solution),
        dots("sparse, not negative", results["and sparse"].solution),
      ],
    },
  ],
});
writeFileSync(process.argv[2] ?? "unmixing.svg", renderSvg(picture));
