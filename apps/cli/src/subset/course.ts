import type { Dataset } from "../linear/dataset.ts";
import { namesIn } from "../linear/names.ts";
import { placesOf } from "../linear/places.ts";
import { didYouMean } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import type { SubsetOptions } from "./options.ts";

/** What is searched for, as a message to another thread. */
export interface Course {
  readonly sizes: readonly number[] | undefined;
  /** The features that are always in, ascending. */
  readonly keep: readonly number[];
  readonly nodes: number | undefined;
}

/** @throws UsageError if there are no such columns, or fewer than a size asks for */
export function courseOf(
  { source, inputs, features }: Dataset,
  { keep: list, sizes, nodes }: Pick<SubsetOptions, "keep" | "sizes" | "nodes">,
): Course {
  const places = placesOf(inputs);
  const kept = new Set<number>();
  for (const name of namesIn(list)) {
    const own = places.get(name);
    if (!own)
      throw new UsageError(
        `--keep: there is no input ${JSON.stringify(name)}${didYouMean(name, [...places.keys()])}`,
      );
    for (const j of own) kept.add(j);
  }
  const free = features.length - kept.size;
  if (free === 0) throw new UsageError("--keep: leaves no column to choose from");
  const most = sizes?.at(-1) ?? 0;
  if (most > free)
    throw new UsageError(
      `--sizes: ${source} has ${free} ${free === 1 ? "column" : "columns"} to choose from, fewer than ${most}`,
    );
  return { sizes, keep: [...kept].sort((a, b) => a - b), nodes };
}
