import { norm, populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";
import { rvsm } from "@proxkit/solvers";
import type { Case, Prepare, Variant, Workload } from "../workload.ts";

/** The paper's parameters; η = 1 is ours, for it prints none. */
const RVSM = { k: 2, lambda: 1e-4, beta: 4e-3, eta: 1, a: 1 };
/** In the order of Tables 1 to 3; hosts know them by this order. */
const penalties: readonly SeparablePenalty[] = [l0(), tl1({ a: RVSM.a }), l1()];

/** w after each run of each penalty, one behind the other. */
function eachRun(
  star: Float64Array,
  start: Float64Array,
  { first, last, step }: Readonly<Record<string, number>>,
  penaltyCount: number,
  run: (wStar: Float64Array, start: Float64Array, penalty: number, out: Float64Array) => void,
  out: Float64Array,
): Float64Array {
  let to = 0;
  for (let p = 0; p < penaltyCount; p++)
    for (let d = first, at = 0; d <= last; at += d, to += d, d += step)
      run(star.subarray(at, at + d), start.subarray(at, at + d), p, out.subarray(to, to + d));
  return out;
}

/** The public interface: RVSM made anew for each run, as `proxkit reproduce` does. */
const ours: Prepare = ({ wStar, start }, parameters) => {
  const { k, lambda, beta, eta, iterations, penaltyFrom, penaltyCount, length } = parameters;
  const [star, from] = [Float64Array.from(wStar), Float64Array.from(start)];
  const out = new Float64Array(length);
  const runOne = (wStar: Float64Array, w0: Float64Array, p: number, to: Float64Array) => {
    const solver = rvsm({
      loss: populationLoss({ wStar, patches: k }),
      penalty: penalties[penaltyFrom + p],
      lambda,
      beta,
      stepSize: eta,
    });
    let state = solver.init(w0);
    for (let i = 0; i < iterations; i++) state = solver.step(state);
    to.set(state.w);
  };
  return () => eachRun(star, from, parameters, penaltyCount, runOne, out);
};

/** Algorithm 1 with array methods, as one would write it from the paper. */
const arrayStyle: Prepare = ({ wStar, start }, parameters) => {
  const { k, lambda, beta, eta, iterations, penaltyFrom, penaltyCount, length } = parameters;
  const [star, from] = [Float64Array.from(wStar), Float64Array.from(start)];
  const out = new Float64Array(length);
  const unit = (v: Float64Array) => v.map((x) => x / norm(v));
  const runOne = (star: Float64Array, w0: Float64Array, p: number, to: Float64Array) => {
    const { scalar } = penalties[penaltyFrom + p];
    const c = norm(star);
    let w = unit(w0);
    for (let i = 0; i < iterations; i++) {
      const u = w.map((x) => scalar.prox(x, lambda / beta));
      const [a, x, y] = [norm(w), unit(w), unit(star)];
      const theta =
        2 * Math.atan2(norm(x.map((t, l) => t - y[l])), norm(x.map((t, l) => t + y[l])));
      const gradient = w.map((t, l) => {
        const radial = ((k * k - k) / Math.PI) * (1 - c / a) * t + k * (t - star[l]);
        const turning = (k / Math.PI) * (theta * star[l] - (c / a) * Math.sin(theta) * t);
        return (radial + turning) / k ** 2; // Lemma 5.4.2
      });
      const now = w;
      w = unit(now.map((t, l) => t - eta * (gradient[l] + beta * (t - u[l]))));
    }
    to.set(w);
  };
  return () => eachRun(star, from, parameters, penaltyCount, runOne, out);
};

/** Who takes part. A variant of ours more is one entry in `node` below, and one line here. */
const variants: readonly Variant[] = [
  { name: "proxkit", host: "node", entry: "solver" },
  { name: "array style", host: "node", entry: "array style" },
  { name: "numpy", host: "python", entry: "numpy", needs: ["numpy"] },
  { name: "numba", host: "python", entry: "numba", needs: ["numpy", "numba"] },
  { name: "C", host: "c", entry: "rvsm", needs: ["C"] },
];

interface Runs {
  readonly name: string;
  readonly dimensions: { readonly first: number; readonly last: number; readonly step: number };
  readonly penaltyFrom: number;
  readonly penaltyCount: number;
  readonly iterations: number;
}

function caseOf({ name, dimensions, penaltyFrom, penaltyCount, iterations }: Runs): Case {
  const { first, last, step } = dimensions;
  const count = (last - first) / step + 1;
  const total = (count * (first + last)) / 2;
  const vectors = (seed: number) => {
    const random = seededRandom(seed);
    const all = Array.from({ length: count }, (_, i) => [
      ...randomUnitVector(first + i * step, random),
    ]);
    return Float64Array.from(all.flat());
  };
  return {
    name,
    series: name,
    size: last,
    parameters: {
      ...RVSM,
      ...dimensions,
      penaltyFrom,
      penaltyCount,
      iterations,
      total,
      length: penaltyCount * total,
    },
    bytes: 0,
    iterations: count * penaltyCount * iterations,
    data: () => ({ wStar: vectors(9), start: vectors(10) }),
    variants,
  };
}

const fifty = { first: 50, last: 50, step: 10 };

export const tables: Workload = {
  name: "tables",
  title: "RVSM on the population loss, Tables 1 to 3",
  about:
    "Algorithm 1 with k = 2, λ = 1e-4, β = 4e-3, η = 1; a fixed number of iterations, no stop rule. The 15 runs are those of the tables: l0, TL1 and l1 with d = 10, 20, …, 50.",
  sizeLabel: "d",
  tolerance: 1e-9,
  reference: "C",
  node: { solver: ours, "array style": arrayStyle },
  cases: () => [
    caseOf({
      name: "15 runs of 100 iterations",
      dimensions: { first: 10, last: 50, step: 10 },
      penaltyFrom: 0,
      penaltyCount: 3,
      iterations: 100,
    }),
    ...["l0", "TL1", "l1"].map((penalty, i) =>
      caseOf({
        name: `${penalty}, d = 50, 1000 iterations`,
        dimensions: fifty,
        penaltyFrom: i,
        penaltyCount: 1,
        iterations: 1000,
      }),
    ),
  ],
};
