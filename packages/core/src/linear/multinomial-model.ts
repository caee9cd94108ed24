import type { Columns } from "@proxkit/kernels";
import type { LinearModel } from "./linear-model.ts";

/**
 * F(z) = Σⱼ sⱼ (log Σₖ exp(zⱼₖ) − zⱼ at the label), zⱼₖ at k m + j, over the samples that count.
 *
 * With the largest of a sample, t = maxₖ zⱼₖ, and eₖ = exp(zⱼₖ − t), in [0, 1] and 1 for one k:
 *
 *     log Σₖ exp(zⱼₖ) = t + log1p(Σ eₖ over the others),   pₖ = eₖ/Σ e
 *
 * @param s length m
 * @param labels length m, below K
 */
export function multinomialModel(
  columns: Columns,
  s: Float64Array,
  labels: Uint32Array,
  K: number,
): LinearModel {
  const m = columns.rows;

  /** For which k the zⱼₖ of a sample is the largest, the first of equals. */
  function topOf(z: Float64Array, j: number): number {
    let top = 0;
    for (let k = 1; k < K; k++) if (z[k * m + j] > z[top * m + j]) top = k;
    return top;
  }

  function value(z: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < m; j++) {
      if (s[j] === 0) continue;
      const top = topOf(z, j);
      const most = z[top * m + j];
      let others = 0;
      for (let k = 0; k < K; k++) if (k !== top) others += Math.exp(z[k * m + j] - most);
      sum += s[j] * (most - z[labels[j] * m + j] + Math.log1p(others));
    }
    return sum;
  }

  /** Writes the eₖ of a sample to out, and returns what they add up to without the largest and without `left`. */
  function exponentials(z: Float64Array, j: number, out: Float64Array, left: number) {
    const top = topOf(z, j);
    const most = z[top * m + j];
    let others = 0;
    let rest = 0;
    for (let k = 0; k < K; k++) {
      const e = Math.exp(z[k * m + j] - most);
      out[k * m + j] = e;
      if (k !== top) others += e;
      if (k !== left) rest += e;
    }
    return { top, most, others, rest };
  }

  function slopes(z: Float64Array, out: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < m; j++) {
      if (s[j] === 0) {
        for (let k = 0; k < K; k++) out[k * m + j] = 0;
        continue;
      }
      const label = labels[j];
      const hit = z[label * m + j];
      const { most, others, rest } = exponentials(z, j, out, label);
      const share = s[j] / (1 + others);
      for (let k = 0; k < K; k++) out[k * m + j] *= share;
      out[label * m + j] = -share * rest; // pₖ − 1, with the digits of a p near 1
      sum += s[j] * (most - hit + Math.log1p(others));
    }
    return sum;
  }

  /** 2s p(1 − p): twice the diagonal of s(diag(p) − ppᵀ), which bounds it as the degrees bound a graph's Laplacian. */
  function curvatures(z: Float64Array, out: Float64Array): void {
    for (let j = 0; j < m; j++) {
      if (s[j] === 0) {
        for (let k = 0; k < K; k++) out[k * m + j] = 0;
        continue;
      }
      const { top, others } = exponentials(z, j, out, -1);
      const total = 1 + others;
      for (let k = 0; k < K; k++) {
        const e = out[k * m + j];
        const rest = k === top ? others : total - e;
        out[k * m + j] = (2 * s[j] * (e / total) * rest) / total;
      }
    }
  }

  /** 2 p(1 − p) is at most ½. */
  function bounds(out: Float64Array): void {
    for (let j = 0; j < m; j++) for (let k = 0; k < K; k++) out[k * m + j] = s[j] / 2;
  }

  /** With u = θⱼ/sⱼ + 1 at the label, a point of the simplex: Σⱼ sⱼ Σₖ u log u; rounding may bring u below 0. */
  function conjugate(theta: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < m; j++) {
      if (s[j] === 0) continue;
      for (let k = 0; k < K; k++) {
        const u = theta[k * m + j] / s[j] + (k === labels[j] ? 1 : 0);
        if (u > 0) sum += s[j] * u * Math.log(u);
      }
    }
    return sum;
  }

  return Object.freeze({
    columns,
    outputs: K,
    value,
    slopes,
    curvatures,
    bounds,
    quadratic: false,
    least: 0,
    conjugate,
  });
}
