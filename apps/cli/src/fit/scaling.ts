import { dot, type FlatMatrix, type Loss, networkLoss, norm, predict } from "@proxkit/core";
import { gradientDescent, solve } from "@proxkit/solvers";

/** What the data of a network were divided by. */
export interface Scaling {
  readonly inputs: number;
  readonly target: number;
}

/** What a network is learned from. */
interface NetworkData {
  readonly X: FlatMatrix;
  readonly y: Float64Array;
  readonly patches: number;
  readonly threads: number;
}

/**
 * Normalised RVSM looks for a filter of unit norm, with λ and β for inputs of unit variance. So that any
 * data may come in any units, the inputs are divided by their root mean square s, and the target by c·s,
 * where c is the norm of the filter that a short fit without penalty finds from w⁰.
 */
export function scaleNetwork(
  { X, y, patches, threads }: NetworkData,
  w0: Float64Array,
): { scaling: Scaling; loss: Loss } {
  const inputs = rootMeanSquare(X.data) || 1;
  const unit = { ...X, data: X.data.map((x) => x / inputs) };
  const scaledTo = (target: number) =>
    networkLoss({ X: unit, y: y.map((value) => value / target), patches, threads });

  const guess = inputs * (filterNorm(X, y, patches) || 1);
  const trial = scaledTo(guess);
  const descent = gradientDescent({ loss: trial, stepSize: "backtracking" });
  const found = norm(solve(descent, w0, { tolerance: 1e-4, maxIterations: 200 }).w);
  trial.free();
  // Gaussian data put it near 1; anything far off is a fit that went astray
  const target = found > 1 / 3 && found < 3 ? guess * found : guess;
  return { scaling: { inputs, target }, loss: scaledTo(target) };
}

/**
 * The norm of the filter behind y, from the loss at w = 0, which for Gaussian inputs of variance s² is
 *
 *     mean(y²) = γ ‖w*‖² s²/k²,   γ = (k² − k)/(2π) + k/2   (eq. 8)
 */
export function filterNorm(X: FlatMatrix, y: Float64Array, k: number): number {
  const gamma = (k * k - k) / (2 * Math.PI) + k / 2;
  return (k * rootMeanSquare(y)) / (Math.sqrt(gamma) * (rootMeanSquare(X.data) || 1));
}

/**
 * The filter in the units of the data: the learned one times the factor c ≥ 0 with which the network
 * fits best, which is in closed form since the network of c·u is c times the network of u.
 */
export function toDataUnits(
  u: Float64Array,
  X: FlatMatrix,
  y: Float64Array,
  patches: number,
): Float64Array {
  const outputs = predict({ w: u, X, patches });
  const [a, b] = [norm(outputs), norm(y)];
  const cosine = dot(
    outputs.map((value) => value / a),
    y.map((value) => value / b),
  ); // no overflow
  const factor = a > 0 && b > 0 ? Math.max(0, cosine) * (b / a) : 0;
  return u.map((weight) => factor * weight || 0); // no −0
}

/**
 * A filter in the units of the run, where inputs are x/s and targets y/t: the network of w on x is t times
 * that of (s/t)·w on x/s.
 *
 * @param scaling undefined for none
 */
export function toRunUnits(w: Float64Array, scaling: Scaling | undefined): Float64Array {
  return scaling ? w.map((weight) => weight * (scaling.inputs / scaling.target)) : w;
}

function rootMeanSquare(values: Float64Array): number {
  return norm(values) / Math.sqrt(values.length); // no overflow, whatever the units
}
