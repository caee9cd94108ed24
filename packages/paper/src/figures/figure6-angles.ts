import { angle, randomUnitVector, seededRandom } from "@proxkit/core";
import { type PenaltyKey, penaltyOf } from "./penalties.ts";
import { finite, known, mean, quantile } from "./statistics.ts";

/** λ/β of the figure. */
export const T = 0.05;
export const SHOWN: readonly PenaltyKey[] = ["l1", "tl1(1)", "l0", "lhalf"];

/** Two penalties that leave the same direction tie, and rounding is not to decide for one. */
const TIE = 1e-9;

export interface AnglesTask {
  readonly d: number;
  readonly draws: number;
  /** How many of the draws are to be seen one by one. */
  readonly shown: number;
}

/** γ = θ(X, T(X)) of random unit vectors X, per penalty, per draw; null where T(X) = 0 has no direction. */
type Gamma = readonly (readonly (number | null)[])[];

export interface Angles {
  readonly summary: AnglesSummary;
  /** Of the first draws. */
  readonly gamma: Gamma;
}

export function anglesOf({ d, draws, shown }: AnglesTask): Angles {
  const penalties = SHOWN.map(penaltyOf);
  const xs = Array.from({ length: draws }, (_, i) => randomUnitVector(d, seededRandom(i + 1)));
  const gamma = penalties.map((penalty) => xs.map((x) => finite(angle(x, penalty.prox(x, T)))));
  return { summary: summarise(d, gamma), gamma: gamma.map((row) => row.slice(0, shown)) };
}

export interface AnglesSummary {
  readonly d: number;
  readonly draws: number;
  /** In how many draws l1's angle is below that of the paper's other two. */
  readonly l1Smallest: number;
  /** In how many of those where all three have an angle. */
  readonly l1SmallestDefined: number;
  readonly defined: number;
  readonly perPenalty: readonly {
    readonly mean: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly undefinedDraws: number;
  }[];
}

/** Counts; T(X) = 0 is no small angle, so l1 counts as smaller than a penalty that kills X. */
function summarise(d: number, gamma: Gamma): AnglesSummary {
  const [l1, ...others] = gamma.slice(0, 3);
  const numbers = l1.map((_, i) => i);
  const allDefined = numbers.filter((i) => gamma.slice(0, 3).every((row) => row[i] !== null));
  const smallest = (i: number): boolean => {
    const mine = l1[i];
    return (
      mine !== null && others.every((row) => mine < (row[i] ?? Number.POSITIVE_INFINITY) - TIE)
    );
  };
  return {
    d,
    draws: l1.length,
    l1Smallest: numbers.filter(smallest).length,
    l1SmallestDefined: allDefined.filter(smallest).length,
    defined: allDefined.length,
    perPenalty: gamma.map((row) => {
      const values = known(row);
      return {
        mean: mean(values),
        low: quantile(values, 0.05),
        high: quantile(values, 0.95),
        undefinedDraws: row.length - values.length,
      };
    }),
  };
}
