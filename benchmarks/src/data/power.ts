/** "1e6", "5e7"; small numbers, and those of more digits than one, as they are. */
export function power(n: number): string {
  const short = n.toExponential().replace("+", "");
  return n >= 1000 && /^\de/.test(short) ? short : String(n);
}
