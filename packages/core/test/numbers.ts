import { type Loss, norm, type Random, seededRandom } from "@proxkit/core";

/** d Gaussian numbers. */
export function gaussians(d: number, random: Random): Float64Array {
  return new Float64Array(d).map(() => random.normal());
}

/** m rows of d Gaussian numbers, and m targets. */
export function gaussianData(m: number, d: number, seed: number) {
  const random = seededRandom(seed);
  const X = Array.from({ length: m }, () => Array.from(gaussians(d, random)));
  return { X, y: Array.from(gaussians(m, random)), random };
}

/** ‖a − b‖. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return norm(Float64Array.from(a, (x, i) => x - b[i]));
}

/** |a − b|/|b|. */
export function relativeError(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.abs(b);
}

/** (f(w + heᵢ) − f(w − heᵢ))/(2h) for each i. */
export function centralDifferences({ value }: Loss, w: Float64Array, h = 1e-5): Float64Array {
  return w.map((x, i) => (value(w.with(i, x + h)) - value(w.with(i, x - h))) / (2 * h));
}

/** n numbers between −1 and 1 without structure, the same every time. */
export function unstructured(n: number, seed = 1): Float64Array {
  const random = seededRandom(seed);
  return new Float64Array(n).map(() => 2 * random.uniform() - 1);
}
