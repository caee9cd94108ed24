import { readFileSync } from "node:fs";
import { seededRandom } from "@proxkit/core";
import { foldsOf, type LossName, type MeasureName } from "@proxkit/regression";

/** A problem that proxkit and a peer solve, as JSON. */
export interface PeerProblem {
  readonly name: string;
  /** Row after row. */
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly loss: LossName;
  /** Of the elastic net, 1 for l1. */
  readonly ratio: number;
  /** λ in proxkit's units, falling. */
  readonly lambdas: readonly number[];
  readonly intercept: boolean;
  readonly standardize: boolean;
  readonly weights?: readonly number[];
  readonly featureWeights?: readonly number[];
  /** X is to be stored sparse. */
  readonly sparse?: boolean;
  /** The penalty is on the norms of a feature's coefficients over the classes. */
  readonly grouped?: boolean;
  /** Cross-validation with these folds, one for each row. */
  readonly folds?: readonly number[];
  readonly measure?: MeasureName;
}

export const FOLDS = 5;
export const SEED = 3;

const text = readFileSync(
  new URL("../../../../examples/data/diabetes.csv", import.meta.url),
  "utf8",
);
const table = text
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").map(Number));
const patients = {
  X: table.map((row) => row.slice(0, -1)),
  y: table.map((row) => row[row.length - 1]),
};
const sick = patients.y.map((y) => Number(y > 140));
const thirds = patients.y.map((y) => (y > 180 ? 2 : Number(y > 100)));
/** Of 442 patients, from 0 on. */
const patientWeights = patients.y.map((_, i) => (i % 11 === 0 ? 0 : 1 + (i % 5) / 2));

const round = (x: number) => Number(x.toFixed(3));

/** Correlated columns of different sizes, the second mostly 0, the last of them rarely anything else; a few that matter. */
function made(m: number, d: number, seed: number) {
  const random = seededRandom(seed);
  const X = Array.from({ length: m }, () => {
    const common = random.normal();
    return Array.from({ length: d }, (_, j) => {
      const x = (1 + (j % 3)) * (random.normal() + common / 2) + (j % 4);
      return round(j % 2 === 1 && random.uniform() < 0.6 ? 0 : x);
    });
  });
  const z = X.map((x) => 0.8 * x[0] - 0.5 * x[1] + 0.3 * x[3]);
  return {
    X,
    numbers: z.map((zi) => round(2 + zi + random.normal())),
    signs: z.map((zi) => Number(zi + random.normal() > 0.5)),
    counts: z.map((zi) => Math.round(Math.exp(0.5 * zi + 0.3 * random.normal()))),
    weights: z.map(() => round(0.2 + 2 * random.uniform())),
  };
}

const tall = made(60, 6, 1);
const wide = made(25, 60, 2);
const factors = [0, 1, 2, 0.5, 1, 3];
const usual = { loss: "squared", ratio: 1, intercept: true, standardize: true } as const;
const rates = [0.3, 0.1, 0.02];
const foldOf = (samples: number, classes?: readonly number[]) =>
  Array.from(foldsOf({ samples, folds: FOLDS, seed: SEED, classes }));

export const problems: readonly PeerProblem[] = [
  { ...usual, name: "diabetes, lasso", ...patients, lambdas: [20, 4, 0.5] },
  {
    ...usual,
    name: "diabetes, no scaling",
    ...patients,
    lambdas: [200, 20, 2],
    standardize: false,
  },
  { ...usual, name: "diabetes, elastic net", ...patients, lambdas: [20, 4, 0.5], ratio: 0.3 },
  {
    ...usual,
    name: "diabetes, sample weights",
    ...patients,
    lambdas: [20, 4, 0.5],
    weights: patientWeights,
  },
  {
    ...usual,
    name: "diabetes, cross-validated",
    ...patients,
    lambdas: [20, 10, 5, 2, 1, 0.5],
    folds: foldOf(442),
    measure: "mse",
  },
  {
    ...usual,
    name: "diabetes, logistic",
    loss: "logistic",
    X: patients.X,
    y: sick,
    lambdas: [0.2, 0.1, 0.02],
  },
  { ...usual, name: "diabetes, poisson", loss: "poisson", ...patients, lambdas: [20, 4, 0.5] },
  {
    ...usual,
    name: "diabetes, multinomial",
    loss: "multinomial",
    X: patients.X,
    y: thirds,
    lambdas: [0.1, 0.03, 0.005],
  },
  {
    ...usual,
    name: "diabetes, grouped multinomial",
    loss: "multinomial",
    X: patients.X,
    y: thirds,
    lambdas: [0.1, 0.03, 0.005],
    grouped: true,
  },
  {
    ...usual,
    name: "made, feature weights",
    X: tall.X,
    y: tall.numbers,
    lambdas: rates,
    featureWeights: factors,
  },
  {
    ...usual,
    name: "made, no intercept",
    X: tall.X,
    y: tall.numbers,
    lambdas: rates,
    intercept: false,
  },
  {
    ...usual,
    name: "made, no intercept, no scaling",
    X: tall.X,
    y: tall.numbers,
    lambdas: rates,
    intercept: false,
    standardize: false,
  },
  { ...usual, name: "made, sparse", X: tall.X, y: tall.numbers, lambdas: rates, sparse: true },
  {
    ...usual,
    name: "made, sparse, no intercept",
    X: tall.X,
    y: tall.numbers,
    lambdas: rates,
    sparse: true,
    intercept: false,
  },
  {
    ...usual,
    name: "made, elastic net of all weights",
    X: tall.X,
    y: tall.numbers,
    lambdas: rates,
    ratio: 0.6,
    weights: tall.weights,
    featureWeights: factors,
  },
  { ...usual, name: "made, more columns than rows", X: wide.X, y: wide.numbers, lambdas: rates },
  {
    ...usual,
    name: "made, logistic of all weights",
    loss: "logistic",
    X: tall.X,
    y: tall.signs,
    lambdas: [0.1, 0.03, 0.01],
    ratio: 0.7,
    weights: tall.weights,
    featureWeights: factors,
  },
  {
    ...usual,
    name: "made, logistic, no intercept, no scaling",
    loss: "logistic",
    X: tall.X,
    y: tall.signs,
    lambdas: [0.1, 0.03, 0.01],
    intercept: false,
    standardize: false,
  },
  {
    ...usual,
    name: "made, logistic, more columns than rows",
    loss: "logistic",
    X: wide.X,
    y: wide.signs,
    lambdas: [0.2, 0.1, 0.05],
  },
  {
    ...usual,
    name: "made, sparse poisson with weights",
    loss: "poisson",
    X: tall.X,
    y: tall.counts,
    lambdas: rates,
    weights: tall.weights,
    sparse: true,
  },
  {
    ...usual,
    name: "made, logistic cross-validated by deviance",
    loss: "logistic",
    X: tall.X,
    y: tall.signs,
    lambdas: [0.2, 0.1, 0.05, 0.02, 0.01],
    folds: foldOf(60, tall.signs),
    measure: "deviance",
  },
  {
    ...usual,
    name: "made, poisson cross-validated with weights",
    loss: "poisson",
    X: tall.X,
    y: tall.counts,
    lambdas: [0.5, 0.2, 0.1, 0.05, 0.02],
    weights: tall.weights,
    folds: foldOf(60),
    measure: "deviance",
  },
  { ...usual, name: "diabetes, ridge", ...patients, lambdas: [2, 0.5], ratio: 0 },
  {
    ...usual,
    name: "diabetes, ridge poisson",
    loss: "poisson",
    ...patients,
    lambdas: [20, 2],
    ratio: 0,
  },
  {
    ...usual,
    name: "made, ridge huber",
    loss: "huber",
    X: tall.X,
    y: tall.numbers,
    lambdas: [0.5],
    ratio: 0,
  },
];
