/** An affine map between values and px, the same as Plot's linear scale with this domain and range. */
export interface LinearScale {
  readonly domain: readonly [number, number];
  toPixel(value: number): number;
  toValue(pixel: number): number;
}

/** The scale that takes the ends of the domain to the ends of the range. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): LinearScale {
  const slope = (range[1] - range[0]) / (domain[1] - domain[0]);
  return {
    domain,
    toPixel: (value) => range[0] + (value - domain[0]) * slope,
    toValue: (pixel) => domain[0] + (pixel - range[0]) / slope,
  };
}
