import type { Input } from "../data/inputs.ts";

/** The indices of the features of each input: one, or those of the levels of a category. */
export function placesOf(inputs: readonly Input[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  let next = 0;
  for (const { column, levels } of inputs)
    places.set(
      column,
      Array.from({ length: levels?.length ?? 1 }, () => next++),
    );
  return places;
}
