/** n numbers from `from` to `to`, evenly spaced, both ends exact. */
export function spaced(from: number, to: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) =>
    i === n - 1 ? to : from + ((to - from) * i) / (n - 1),
  );
}

/** n numbers from `from` to `to` with a constant ratio. */
export function logSpaced(from: number, to: number, n: number): number[] {
  return spaced(Math.log(from), Math.log(to), n).map((x, i) =>
    i === 0 ? from : i === n - 1 ? to : Math.exp(x),
  );
}
