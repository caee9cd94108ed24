/** (π − θ) sin θ rises up to here, and a little beyond. */
const RISES = 1.1;

/** The left side of eq. (17), (π − θ)/(kπ) sin θ. */
export function pullOfTruth(theta: number, patches: number): number {
  return ((Math.PI - theta) / (patches * Math.PI)) * Math.sin(theta);
}

/**
 * The angle of a critical point near w*: the small θ with (π − θ)/(kπ) sin θ = pull.
 *
 * @param pull β‖ū‖ sin γ, the right side of eq. (17)
 * @param patches k
 * @returns radians in [0, 1.1]; null where the pull is too strong for any
 * @example
 * ```ts
 * import { criticalAngle } from "@proxkit/paper";
 *
 * console.log(criticalAngle(4e-3, 2)?.toFixed(4)); // 0.0080
 * ```
 * Source: Dinh & Xin, eq. (17).
 */
export function criticalAngle(pull: number, patches: number): number | null {
  if (!(pull <= pullOfTruth(RISES, patches))) return null;
  let low = 0;
  let high = RISES;
  for (let theta = high / 2; low < theta && theta < high; theta = low + (high - low) / 2)
    if (pullOfTruth(theta, patches) < pull) low = theta;
    else high = theta;
  return low;
}
