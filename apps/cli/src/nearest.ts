import { closest, distance } from "fastest-levenshtein";

/** " (did you mean bmi?)", or nothing where no known word is near. Capitals are as good as small letters. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const small = known.map((name) => name.toLowerCase());
  const best = closest(word.toLowerCase(), small);
  const near = distance(word.toLowerCase(), best) <= best.length / 2;
  return near ? ` (did you mean ${known[small.indexOf(best)]}?)` : "";
}
