import { short } from "../figures/words.ts";
import type { SectionCheck } from "../section.ts";
import { equal } from "./check.ts";

/** A mean of independent draws. */
export interface Estimate {
  readonly mean: number;
  /** Standard deviation of the mean. */
  readonly error: number;
  readonly draws: number;
}

/** Mean and standard error of n draws (Welford). */
export function estimate(draws: number, draw: () => number): Estimate {
  let mean = 0;
  let squares = 0;
  for (let n = 1; n <= draws; n++) {
    const x = draw();
    const off = x - mean;
    mean += off / n;
    squares += off * (x - mean);
  }
  return { mean, error: Math.sqrt(squares / (draws - 1) / draws), draws };
}

/** How many standard errors a formula may be off: by chance alone 1 in 16 000 is. */
const Z = 4;

/** A formula against the mean of draws. */
export function agreesWith(
  { mean, error, draws }: Estimate,
  formula: number,
  { name, claim }: { name: string; claim: string },
): SectionCheck {
  const z = (mean - formula) / error;
  const words =
    `${draws} draws give ${short(mean, 5)}, 95% interval ${short(mean - 1.96 * error, 5)} to ${short(mean + 1.96 * error, 5)}: ` +
    `${short(Math.abs(z))} standard errors from the formula, ${Z} allowed`;
  return equal({ name, claim, left: formula, right: mean, words }, Z * error);
}
