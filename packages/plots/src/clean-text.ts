const notXml = /[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu;

/**
 * Text as one line that XML can hold: control characters, which XML forbids even escaped, and lone
 * surrogates become spaces, and runs of spaces one. Spaces that must not break stay as they are.
 */
export function cleanText(text: string): string {
  return text
    .replace(notXml, " ")
    .replace(/[^\S\u00a0]+/g, " ")
    .trim();
}
