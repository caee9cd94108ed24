/** How far from the mean of single runs a printed number may lie, in standard deviations. */
const AGREES_WITHIN = 3;

/** (x − mean)/sd; null where there is no mean or no spread to compare with. */
export function zScore(x: number, mean: number | null, sd: number | null): number | null {
  return mean === null || sd === null || sd === 0 ? null : (x - mean) / sd;
}

/**
 * Whether one more run could have given the number: it is within 3 standard deviations of the mean.
 *
 * Where there is no spread it must be the mean itself; where there is no mean it does not agree.
 *
 * @example
 * ```ts
 * import { agrees } from "@proxkit/paper";
 *
 * console.log(agrees(0.337, 0.275, 0.072), agrees(0.0752, 0.0448, 0.0067)); // true false
 * ```
 */
export function agrees(x: number, mean: number | null, sd: number | null): boolean {
  const z = zScore(x, mean, sd);
  return z === null ? x === mean : Math.abs(z) <= AGREES_WITHIN;
}
