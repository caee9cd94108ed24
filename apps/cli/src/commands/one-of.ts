import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { didYouMean } from "../nearest.ts";

/** An option that takes one of these words; another is refused with the nearest. */
export function oneOf<Usage extends string, Word extends string>(
  flags: Usage,
  description: string,
  words: readonly Word[],
): Option<Usage, undefined, undefined, Word> {
  return new Option(flags, description).choices(words).argParser<Word>((text) => {
    const word = words.find((known) => known === text);
    if (word !== undefined) return word;
    throw new InvalidArgumentError(
      `expected one of ${words.join(", ")}, received "${text}"${didYouMean(text, words)}`,
    );
  });
}
