/*
# Find the equations behind a trajectory

The Lorenz attractor, measured with noise. Each derivative is a combination of few of the ten monomials up to degree two in
x, y and z, and which ones is a sparse regression: with one column a monomial, hard thresholding under l0 keeps the seven
terms that are there. pysindy made this use of sparsity popular.

The threshold is told directly: l0 acts on what is below √(2ηλ), in units of the scaled columns.
*/
import { writeFileSync } from "node:fs";
import { leastSquares, seededRandom } from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { proximalGradient, solve } from "@proxkit/solvers";

type Point = readonly [x: number, y: number, z: number];
const lorenz = ([x, y, z]: Point): Point => [10 * (y - x), x * (28 - z) - y, x * y - (8 / 3) * z];
const step = 0.002;
const along = (p: Point, v: Point, h: number): Point => [
  p[0] + h * v[0],
  p[1] + h * v[1],
  p[2] + h * v[2],
];
/** One step of Runge and Kutta's method of fourth order. */
function next(p: Point): Point {
  const a = lorenz(p);
  const b = lorenz(along(p, a, step / 2));
  const c = lorenz(along(p, b, step / 2));
  const e = lorenz(along(p, c, step));
  return along(
    p,
    [0, 1, 2].map((i) => a[i] + 2 * b[i] + 2 * c[i] + e[i]) as unknown as Point,
    step / 6,
  );
}
const points: Point[] = [[-8, 8, 27]];
while (points.length < 10_000) points.push(next(points[points.length - 1]));

const terms = ["1", "x", "y", "z", "x²", "xy", "xz", "y²", "yz", "z²"];
const monomials = ([x, y, z]: Point) => [1, x, y, z, x * x, x * y, x * z, y * y, y * z, z * z];
const measured = points.filter((_, i) => i % 10 === 0);
const X = measured.map(monomials);
const scales = terms.map((_, j) =>
  Math.sqrt(X.reduce((sum, row) => sum + row[j] ** 2, 0) / X.length),
);
const scaled = X.map((row) => row.map((value, j) => value / scales[j]));

const random = seededRandom(1);
const found = ["x", "y", "z"].map((name, i) => {
  const y = measured.map((point) => lorenz(point)[i] + random.normal()); // derivatives, with noise
  const loss = leastSquares({ X: scaled, y });
  // a start without penalty, from which l0 drops what is small
  const all = solve(proximalGradient({ loss }), new Float64Array(10), { maxIterations: 20_000 });
  const { solution } = solve(proximalGradient({ loss, penalty: l0(), lambda: 0.3 }), all.solution, {
    maxIterations: 20_000,
  });
  return { name, weights: solution.map((w, j) => w / scales[j]) };
});

for (const { name, weights } of found) {
  const sum = terms.flatMap((term, j) =>
    weights[j] === 0 ? [] : `${weights[j].toFixed(2)} ${term}`,
  );
  console.log(`${name}' = ${sum.join(" + ")}`); // x' = -10.00 x + 10.00 y
  // y' = 27.96 x + -0.99 y + -1.00 xz
  // z' = -2.67 z + 1.00 xy
}

const drawn = points.filter((_, i) => i % 4 === 0);
const picture = chartPicture({
  name: "lorenz",
  title: "The Lorenz equations, found in 1000 noisy points",
  caption: found
    .map(({ name, weights }) => `${name}′: ${weights.filter((w) => w !== 0).length} terms of 10`)
    .join("; "),
  panels: [
    {
      title: "Trajectory",
      x: { label: "x" },
      y: { label: "z" },
      curves: [{ label: "", x: drawn.map(([x]) => x), y: drawn.map(([, , z]) => z) }],
    },
    {
      title: "Weights that were found",
      x: { label: `term: ${terms.join(", ")}`, domain: [-0.5, 9.5] },
      y: { label: "weight" },
      curves: found.map(({ name, weights }) => {
        const at = [...weights.keys()].filter((j) => weights[j] !== 0);
        return { label: `${name}′`, mark: "dots", x: at, y: at.map((j) => weights[j]) };
      }),
    },
  ],
});
writeFileSync(process.argv[2] ?? "lorenz.svg", renderSvg(picture));
