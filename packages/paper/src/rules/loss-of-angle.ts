import { lossAt } from "../theory/loss-at.ts";
import { halfUnit } from "./half-unit.ts";

/** f of a printed angle, at norm 1, and whether it is the printed loss. */
export interface LossOfAngle {
  /** f at the printed angle. */
  readonly loss: number;
  readonly agrees: boolean;
}

/**
 * Whether a printed f(w̄) or f(ū/‖ū‖) is f of the printed angle, as far as 6 digits can tell: f is taken at
 * both ends of what the angle may have been before rounding.
 *
 * @param angle radians, as printed
 * @param printed the loss, as printed
 * @param patches k
 * @example
 * ```ts
 * import { lossOfAngle } from "@proxkit/paper";
 *
 * const { loss, agrees } = lossOfAngle(0.337294, 0.0261605, 2); // Table 1, d = 10
 * console.log(loss.toFixed(7), agrees); // 0.0261605 true
 * ```
 */
export function lossOfAngle(angle: number, printed: number, patches: number): LossOfAngle {
  const f = (theta: number) => lossAt({ angle: theta, norm: 1, patches });
  const slack = halfUnit(printed);
  const low = f(angle - halfUnit(angle)) - slack;
  const high = f(angle + halfUnit(angle)) + slack;
  return { loss: f(angle), agrees: low <= printed && printed <= high };
}
