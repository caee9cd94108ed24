/*
# Keep or drop columns together

Twelve categories of four levels each are 48 columns of zeros and ones, and only three categories matter. The lasso picks
single levels, some of every kind. The group lasso counts a category as one: it is in or out as a whole, whatever its
levels are called.

`encodeColumns` makes the columns, and says which belong together.
*/
import { writeFileSync } from "node:fs";
import { seededRandom } from "@proxkit/core";
import { group } from "@proxkit/penalties-group";
import { l1 } from "@proxkit/penalties-l1";
import type { Penalty } from "@proxkit/penalty";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { encodeColumns, fitPath, regression } from "@proxkit/regression";

const categories = 12;
const levels = ["a", "b", "c", "d"];
const effects = new Map([
  [2, [-2, 0, 1, 1]],
  [5, [1, 1, -2, 0]],
  [9, [0.5, -1.5, 0.5, 0.5]],
]);
const random = seededRandom(5);
const rows = Array.from({ length: 300 }, () =>
  Array.from({ length: categories }, () => random.integer(levels.length)),
);
const y = rows.map((row) =>
  row.reduce((sum, at, i) => sum + (effects.get(i)?.[at] ?? 0), 10 + 2 * random.normal()),
);
const { X, groups } = encodeColumns(
  Array.from({ length: categories }, (_, i) => ({
    name: `category ${i}`,
    values: rows.map((row) => levels[row[i]]),
  })),
);

/** What is learned at one λ, the intercept apart. */
function learn(penalty: Penalty, lambda: number): Float64Array {
  const problem = regression({ X, y, penalty, standardize: false });
  const [point] = fitPath(problem, { lambdas: [lambda] });
  return point.coefficients;
}
const lasso = learn(l1(), 0.06);
const grouped = learn(group({ groups }), 0.1);

/** The categories that have a weight. */
const used = (w: Float64Array) =>
  groups.flatMap((columns, i) => (columns.some((j) => w[j] !== 0) ? [i] : [])).join(" ");
console.log(used(lasso)); // 0 2 3 4 5 8 9 10 11
console.log(used(grouped)); // 2 5 9

/** Where weights are not 0: the k-th level of category i at i + k/4. */
function dots(label: string, w: ArrayLike<number>) {
  const at = groups.flat().filter((j) => w[j] !== 0);
  const x = at.map((j) => j / levels.length);
  return { label, mark: "dots" as const, x, y: at.map((j) => w[j]) };
}
const planted = groups.flatMap((_, i) => effects.get(i) ?? [0, 0, 0, 0]);
const panel = (title: string, w: Float64Array) => ({
  title,
  x: { label: "category", domain: [0, categories] as const },
  y: { label: "weight", domain: [-2.2, 1.6] as const },
  curves: [dots("planted", planted), dots("learned", w)],
});
const picture = chartPicture({
  name: "groups",
  title: "Twelve categories of four levels, of which three matter",
  caption: "Weights of the levels, category by category: 2, 5 and 9 were planted. 300 samples.",
  panels: [panel("Lasso", lasso), panel("Group lasso", grouped)],
});
writeFileSync(process.argv[2] ?? "groups.svg", renderSvg(picture));
