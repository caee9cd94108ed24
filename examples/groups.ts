/*
# Keep or drop columns together

Twelve categories of four levels each are 48 columns of zeros and ones, and only three categories matter. The lasso picks
single levels, some of every kind. The group lasso counts a category as one: it is in or out as a whole, whatever its
levels are called.

The intercept is a column of ones that is in no group, so that nothing pulls it to 0.
*/
import { writeFileSync } from "node:fs";
import { leastSquares, seededRandom } from "@proxkit/core";
import { group } from "@proxkit/penalties-group";
import { l1 } from "@proxkit/penalties-l1";
import { type Penalty, restricted } from "@proxkit/penalty";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { proximalGradient, solve } from "@proxkit/solvers";

const [categories, levels] = [12, 4];
const effects = new Map([
  [2, [-2, 0, 1, 1]],
  [5, [1, 1, -2, 0]],
  [9, [0.5, -1.5, 0.5, 0.5]],
]);
const random = seededRandom(5);
const rows = Array.from({ length: 300 }, () =>
  Array.from({ length: categories }, () => random.integer(levels)),
);
const X = rows.map((row) => [
  1,
  ...row.flatMap((at) => Array.from({ length: levels }, (_, i) => Number(i === at))),
]);
const y = rows.map((row) =>
  row.reduce((sum, at, i) => sum + (effects.get(i)?.[at] ?? 0), 10 + 2 * random.normal()),
);

const columns = Array.from({ length: categories }, (_, i) =>
  Array.from({ length: levels }, (_, j) => 1 + levels * i + j),
);
const loss = leastSquares({ X, y });
const learn = (penalty: Penalty, lambda: number) =>
  solve(proximalGradient({ loss, penalty, lambda }), new Float64Array(X[0].length)).solution;
const lasso = learn(restricted(l1(), columns.flat()), 0.06);
const grouped = learn(group({ groups: columns }), 0.1);

/** The categories that have a weight. */
const used = (w: Float64Array) =>
  columns.flatMap((at, i) => (at.some((j) => w[j] !== 0) ? [i] : []));
console.log(used(lasso).join(" ")); // 0 2 3 4 5 8 9 10 11
console.log(used(grouped).join(" ")); // 2 5 9

/** Where weights are not 0: the k-th level of category i at i + k/4. */
function dots(label: string, w: ArrayLike<number>) {
  const at = columns.flat().filter((j) => w[j] !== 0);
  return {
    label,
    mark: "dots" as const,
    x: at.map((j) => (j - 1) / levels),
    y: at.map((j) => w[j]),
  };
}
const planted = [0, ...columns.flatMap((_, i) => effects.get(i) ?? [0, 0, 0, 0])];
const picture = chartPicture({
  name: "groups",
  title: "Twelve categories of four levels, of which three matter",
  caption: "Weights of the levels, category by category: 2, 5 and 9 were planted. 300 samples.",
  panels: [["Lasso", lasso] as const, ["Group lasso", grouped] as const].map(([title, w]) => ({
    title,
    x: { label: "category", domain: [0, categories] as const },
    y: { label: "weight", domain: [-2.2, 1.6] as const },
    curves: [dots("planted", planted), dots("learned", w)],
  })),
});
writeFileSync(process.argv[2] ?? "groups.svg", renderSvg(picture));
