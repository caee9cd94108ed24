import type { Columns } from "@proxkit/kernels";
import type { LinearModel } from "./linear-model.ts";
import type { Pointwise } from "./pointwise.ts";

/** F(z) = Σⱼ sⱼ φ(zⱼ, yⱼ), over the samples that count: 0 times an overflow is NaN. @param s length m @param y length m */
export function pointwiseModel(
  columns: Columns,
  pointwise: Pointwise,
  s: Float64Array,
  y: Float64Array,
): LinearModel {
  const { length } = y;
  const conjugateOf = pointwise.conjugate?.bind(pointwise);
  const { steepest } = pointwise;

  function value(z: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < length; j++) if (s[j] > 0) sum += s[j] * pointwise.value(z[j], y[j]);
    return sum;
  }

  function slopes(z: Float64Array, out: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < length; j++) {
      if (s[j] === 0) {
        out[j] = 0;
        continue;
      }
      const at = z[j];
      sum += s[j] * pointwise.value(at, y[j]);
      out[j] = s[j] * pointwise.slope(at, y[j]);
    }
    return sum;
  }

  function curvatures(z: Float64Array, out: Float64Array): void {
    for (let j = 0; j < length; j++) out[j] = s[j] > 0 ? s[j] * pointwise.curvature(z[j], y[j]) : 0;
  }

  function bounds(out: Float64Array): void {
    for (let j = 0; j < length; j++) out[j] = s[j] * (steepest ?? Number.POSITIVE_INFINITY);
  }

  /** (sφ)*(θ) = s φ*(θ/s) */
  function conjugate(theta: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < length; j++)
      if (s[j] > 0) sum += s[j] * (conjugateOf?.(theta[j] / s[j], y[j]) ?? 0);
    return sum;
  }

  let least = 0;
  if (pointwise.least)
    for (let j = 0; j < length; j++) if (s[j] > 0) least += s[j] * pointwise.least(y[j]);

  return Object.freeze({
    columns,
    outputs: 1,
    value,
    slopes,
    curvatures,
    quadratic: false,
    least,
    ...(steepest !== undefined && { bounds }),
    ...(conjugateOf && { conjugate }),
  });
}
