/** Half a unit in the last of the 6 digits that the paper prints. */
export function halfUnit(printed: number): number {
  const [, exponent] = printed.toExponential().split("e");
  return Number(`0.5e${Number(exponent) - 5}`);
}
