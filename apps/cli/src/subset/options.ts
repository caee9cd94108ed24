import type { ChoiceOptions, ProblemOptions, SUBSET_LOSSES } from "../linear/options.ts";

export interface SubsetOptions extends ProblemOptions, ChoiceOptions {
  readonly loss: (typeof SUBSET_LOSSES)[number];
  /** Rising. Default: from 0 until more columns explain no more. */
  readonly sizes?: readonly number[] | undefined;
  /** Columns that are always in, with commas between them. */
  readonly keep?: string | undefined;
  /** How many sets of columns the proof may look at. */
  readonly nodes?: number | undefined;
}
