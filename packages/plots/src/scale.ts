/** A map between values and px, the same as Plot's scale with this domain and range. */
export interface Scale {
  readonly domain: readonly [number, number];
  toPixel(value: number): number;
  toValue(pixel: number): number;
}

/** The affine map that takes the ends of the domain to the ends of the range. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const slope = (range[1] - range[0]) / (domain[1] - domain[0]);
  return {
    domain,
    toPixel: (value) => range[0] + (value - domain[0]) * slope,
    toValue: (pixel) => domain[0] + (pixel - range[0]) / slope,
  };
}

/** The same of the logarithms; both ends of the domain are above 0. */
export function logScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const exponents = linearScale([Math.log10(domain[0]), Math.log10(domain[1])], range);
  return {
    domain,
    toPixel: (value) => exponents.toPixel(Math.log10(value)),
    toValue: (pixel) => 10 ** exponents.toValue(pixel),
  };
}
