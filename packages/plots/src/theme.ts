/** Colours of Okabe & Ito (2008): told apart by colour-blind readers, and by lightness in black and white. */
export const colour = {
  ink: "#1a1a1a",
  quiet: "#595959",
  grid: "#e3e3e3",
  shade: "#f1f1f1",
  learned: "#0072b2",
  planted: "#d55e00",
} as const;

/** Font sizes, px. */
export const fontSize = { title: 16, heading: 13, text: 12, label: 11 } as const;

/** From line to line of a label, px. */
export const lineHeight = 13;

/** Bold DejaVu Sans is at most so many times as wide as regular. */
export const boldness = 1.25;

/** Helvetica and its kin; a PNG is set in DejaVu Sans, which is wider and so decides the layout. */
export const fontFamily: string = "Helvetica Neue, Helvetica, Arial, sans-serif";
