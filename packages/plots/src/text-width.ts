/** Advance widths of the characters 32 to 126 of DejaVu Sans, in hundredths of the font size, rounded up. */
// biome-ignore format: a table
const ascii: readonly number[] = [
  32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
  100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50,
  50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];
const other = 84;
const fullWidth = 100; // East Asian scripts and emoji

/**
 * How wide a line of text is at most, in px. DejaVu Sans is wider than the sans-serif of most systems, so what
 * fits by this measure fits.
 */
export function textWidth(text: string, fontSize: number): number {
  let hundredths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (/\p{M}/u.test(character)) continue; // drawn over the character before it
    hundredths +=
      ascii[(code === 0xa0 ? 32 : code) - 32] ??
      (code >= 0x1100 && code < 0x1e00 ? fullWidth : code >= 0x2e80 ? fullWidth : other);
  }
  return (hundredths / 100) * fontSize;
}
