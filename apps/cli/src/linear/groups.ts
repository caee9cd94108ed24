import type { Input } from "../data/inputs.ts";
import { didYouMean } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import { placesOf } from "./places.ts";

/**
 * Which features are kept or dropped together, as lists of their indices: those of `--group`, and each other one alone.
 *
 * @param text "auto": the levels of a category together, and columns whose names differ after their last _ or . only;
 *   or a,b;c,d, where a category stands for all its levels
 */
export function groupsOf(text: string, inputs: readonly Input[]): number[][] {
  const places = placesOf(inputs);
  const lists = text === "auto" ? byPrefix(inputs) : listed(text, places);
  const taken = new Set(lists.flat());
  const alone = inputs.map(({ column }) => column).filter((column) => !taken.has(column));
  return [...lists, ...alone.map((column) => [column])]
    .map((names) => names.flatMap((name) => places.get(name) ?? []))
    .sort((a, b) => a[0] - b[0]);
}

function listed(text: string, places: ReadonlyMap<string, readonly number[]>): string[][] {
  const seen = new Set<string>();
  return text.split(";").map((list) =>
    list.split(",").map((word) => {
      const name = word.trim();
      if (!places.has(name))
        throw new UsageError(
          `--group: there is no input ${JSON.stringify(name)}${didYouMean(name, [...places.keys()])}`,
        );
      if (seen.has(name)) throw new UsageError(`--group: ${name} is in two groups`);
      seen.add(name);
      return name;
    }),
  );
}

function byPrefix(inputs: readonly Input[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { column, levels } of inputs) {
    const prefix = levels ? undefined : column.match(/^(.+)[_.][^_.]+$/)?.[1];
    if (prefix === undefined) continue;
    groups.set(prefix, [...(groups.get(prefix) ?? []), column]);
  }
  return [...groups.values()].filter((names) => names.length > 1);
}
