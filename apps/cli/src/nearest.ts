import { closest, distance } from "fastest-levenshtein";

/** " (did you mean bmi?)", or nothing where no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const best = closest(word, known);
  return distance(word, best) <= best.length / 2 ? ` (did you mean ${best}?)` : "";
}
