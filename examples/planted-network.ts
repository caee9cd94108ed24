/*
# Find the weights of a network

A network with one hidden layer of ReLUs and no overlap has 40 weights, of which 5 are not 0. From 1000 noisy samples of
it RVSM finds which, and what they are. The stems are what it learned, the diamonds what was planted.

`iterate` gives one record per step, which is the trace below the weights, and returns what `solve` would.
*/
import { writeFileSync } from "node:fs";
import { networkLoss, plantedNetwork, randomUnitVector, seededRandom } from "@proxkit/core";
import { tl1 } from "@proxkit/penalties-tl1";
import { fitPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { type IterationRecord, iterate, rvsm } from "@proxkit/solvers";

const d = 40;
const data = plantedNetwork({ d, patches: 2, samples: 1000, support: 5, noise: 0.05, seed: 11 });
const loss = networkLoss({ X: data.X, y: data.y, patches: 2 });

// a threshold of 0.05: TL1 with a = 1 has 2λ/β, as long as λ/β ≤ ¼
const solver = rvsm({
  loss,
  penalty: tl1({ a: 1 }),
  lambda: 1e-4,
  beta: 4e-3,
  stepSize: "backtracking",
});

const trace: IterationRecord[] = [];
const run = iterate(solver, randomUnitVector(d, seededRandom(1)));
let step = run.next();
while (!step.done) {
  trace.push(step.value);
  step = run.next();
}
const { outcome, iteration, solution, support } = step.value;

console.log(outcome); // converged
console.log(support, data.support); // [ 1, 2, 17, 19, 24 ] [ 1, 2, 17, 19, 24 ]

const picture = fitPicture({
  weights: solution,
  truth: data.wStar,
  trace,
  title: "Five of 40 weights, found in 1000 noisy samples",
  caption: `RVSM under TL1 (a = 1), λ = 1e-4, β = 4e-3: ${outcome} after ${iteration} iterations`,
});
writeFileSync(process.argv[2] ?? "planted-network.svg", renderSvg(picture));
