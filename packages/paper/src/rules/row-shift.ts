import type { Summary } from "../tables/summary.ts";

/** How well a row of numbers fits when one of the columns is taken for the blank one. */
export interface RowPlace {
  /** Which column is blank, from 0. */
  readonly blank: number;
  /** Σ z², over the numbers, of their distance from the column's mean in its standard deviations. */
  readonly misfit: number;
}

/** Where the numbers of a row belong. */
export interface RowPlaces {
  /** For each column that may be the blank one. */
  readonly places: readonly RowPlace[];
  /** The place of the least misfit. */
  readonly best: RowPlace;
}

/** The 99.9% point of χ² with 12 degrees of freedom: above it the misfit of twelve numbers is not chance. */
export const MISFIT_LIMIT = 32.91;

/**
 * Puts numbers into columns, of which there is one more, in each way that keeps their order.
 *
 * @param numbers as printed, one fewer than columns
 * @param columns mean and standard deviation of single runs
 * @example
 * ```ts
 * import { rowPlaces } from "@proxkit/paper";
 *
 * const columns = [5, 13, 23].map((mean) => ({ mean, sd: 1 }));
 * const { best } = rowPlaces([6, 13], columns);
 * console.log(best); // { blank: 2, misfit: 1 }
 * ```
 */
export function rowPlaces(
  numbers: readonly number[],
  columns: readonly Pick<Summary, "mean" | "sd">[],
): RowPlaces {
  const places = columns.map((_, blank) => {
    const left = columns.filter((_column, i) => i !== blank);
    const squares = left.map(({ mean, sd }, i) => ((numbers[i] - (mean ?? 0)) / (sd || 1)) ** 2);
    return { blank, misfit: squares.reduce((sum, x) => sum + x, 0) };
  });
  return { places, best: places.reduce((x, y) => (y.misfit < x.misfit ? y : x)) };
}
