/** How the support of a fit compares with the planted one. */
export interface Found {
  readonly planted: number;
  /** Planted ones that are nonzero in the fit. */
  readonly found: number;
  /** Nonzero ones that are not planted. */
  readonly extra: number;
}

/** Compares where two vectors of one length are not 0. */
export function foundOf(weights: ArrayLike<number>, truth: ArrayLike<number>): Found {
  let [planted, found, extra] = [0, 0, 0];
  for (let i = 0; i < weights.length; i++)
    if (truth[i] !== 0) {
      planted++;
      if (weights[i] !== 0) found++;
    } else if (weights[i] !== 0) extra++;
  return { planted, found, extra };
}

/** "5 planted: 4 found, 1 missed, 1 extra" */
export function foundInWords({ planted, found, extra }: Found): string {
  const counts = [
    `${found} found`,
    found < planted ? `${planted - found} missed` : "",
    extra > 0 ? `${extra} extra` : "",
  ];
  return `${planted} planted: ${counts.filter((count) => count !== "").join(", ")}`;
}
