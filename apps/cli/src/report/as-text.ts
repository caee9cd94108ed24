/**
 * Words as Markdown that shows just them: λ|w*| stays what it is. Only what would be taken for markup is
 * escaped, so that the Markdown reads as well as the page.
 */
export function asText(words: string): string {
  return escaped(words, OPENING);
}

/** The same in bold, where a * might end the bold. */
export function asBold(words: string): string {
  return `**${escaped(words.trim(), /[*_]/g)}**`;
}

/**
 * A sign that can begin emphasis: a * before a letter, or either after space or punctuation. Neither the * of
 * (w*, u) nor the _ of L_β can, and without one that begins none ends.
 */
const OPENING = /\*(?=[^\s\p{P}\p{S}])|(?<![^\s\p{P}\p{S}])[*_](?=\S)/gu;

function escaped(words: string, emphasis: RegExp): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/[\\`]/g, "\\$&")
    .replace(emphasis, "\\$&")
    .replace(/~(?=\S)|<(?=[a-z/!?])|&(?=#?\w+;)/gi, "\\$&")
    .replace(/\](?=[([:])/g, "\\]");
}
