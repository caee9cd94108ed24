/** A decimal number as a person writes it; NaN for anything else, such as "", 0x10 or Infinity. */
export function decimal(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}
