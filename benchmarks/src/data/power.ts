/** "1e6"; for numbers that are no powers of ten, as they are. */
export function power(n: number): string {
  const exponent = Math.round(Math.log10(n));
  return n >= 1000 && 10 ** exponent === n ? `1e${exponent}` : String(n);
}
