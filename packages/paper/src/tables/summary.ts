import { known, largest, mean, smallest, standardDeviation } from "../figures/statistics.ts";

/** Numbers of many runs in short; null where there is none. */
export interface Summary {
  readonly mean: number | null;
  /** With n − 1 below the line. */
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** How many runs have no such number, such as the angle of ū = 0. */
  readonly undefined: number;
}

export function summary(values: readonly (number | null)[]): Summary {
  const numbers = known(values);
  return {
    mean: mean(numbers),
    sd: standardDeviation(numbers),
    min: smallest(numbers),
    max: largest(numbers),
    undefined: values.length - numbers.length,
  };
}
