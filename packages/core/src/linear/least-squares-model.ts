import type { Columns } from "@proxkit/kernels";
import type { LinearModel } from "./linear-model.ts";

/** F(z) = Σⱼ sⱼ (zⱼ − yⱼ)²/2. @param s length m @param y length m */
export function leastSquaresModel(columns: Columns, s: Float64Array, y: Float64Array): LinearModel {
  const { length } = y;
  const alike = s[0] > 0 && s.every((one) => one === s[0]);

  function value(z: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < length; j++) {
      const r = s[j] > 0 ? z[j] - y[j] : 0;
      sum += s[j] * r * r;
    }
    return sum / 2;
  }

  function slopes(z: Float64Array, out: Float64Array): number {
    if (alike) return slopesAlike(z, out);
    let sum = 0;
    for (let j = 0; j < length; j++) {
      const r = s[j] > 0 ? z[j] - y[j] : 0;
      const pull = s[j] * r;
      out[j] = pull;
      sum += pull * r;
    }
    return sum / 2;
  }

  /** The same where every sample counts alike, in two sums, which a processor adds at once. */
  function slopesAlike(z: Float64Array, out: Float64Array): number {
    const scale = s[0];
    let even = 0;
    let odd = 0;
    for (let j = 0; j + 1 < length; j += 2) {
      const r = z[j] - y[j];
      const next = z[j + 1] - y[j + 1];
      out[j] = scale * r;
      out[j + 1] = scale * next;
      even += r * r;
      odd += next * next;
    }
    if (length % 2 === 1) {
      const r = z[length - 1] - y[length - 1];
      out[length - 1] = scale * r;
      even += r * r;
    }
    return (scale * (even + odd)) / 2;
  }

  /** Σⱼ θⱼ²/(2sⱼ) + θⱼyⱼ */
  function conjugate(theta: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < length; j++) if (s[j] > 0) sum += theta[j] * (theta[j] / (2 * s[j]) + y[j]);
    return sum;
  }

  return Object.freeze({
    columns,
    outputs: 1,
    value,
    slopes,
    curvatures: (_z: Float64Array, out: Float64Array) => out.set(s),
    quadratic: true,
    least: 0,
    conjugate,
  });
}
