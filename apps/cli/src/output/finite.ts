/** JSON has no NaN and no infinities. */
export function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
