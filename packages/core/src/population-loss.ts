import { angle } from "./angle.ts";
import { ArgumentError } from "./argument-error.ts";
import { checkCount } from "./check-arguments.ts";
import { defineLoss } from "./define-loss.ts";
import { combine } from "./loops/combine.ts";
import { compare } from "./loops/compare.ts";
import type { Loss } from "./loss.ts";
import { norm } from "./norm.ts";
import type { PlanarLoss, PlanarLossKernel } from "./planar-loss.ts";
import { readVector } from "./read-vector.ts";
import { sineGap } from "./sine-gap.ts";

export interface PopulationLossOptions {
  /** w*, length d: the weights that made the targets. Copied. */
  readonly wStar: ArrayLike<number>;
  /** k, how many patches the network looks at. */
  readonly patches: number;
}

/** What an evaluation notes on its way, for no longer than it lasts: losses share it, as they are made by the thousand. */
const sums = new Float64Array(4);
const coefficients = new Float64Array(2);

/**
 * The loss of the no-overlap network over all Gaussian inputs, with targets from weights w*.
 *
 *     f(w) = E (1/k Σᵢ σ(w·x[i]) − 1/k Σᵢ σ(w*·x[i]))²
 *          = 1/k² [γ(‖w‖ − ‖w*‖)² + k‖w‖‖w*‖(1 − h)],   γ = (k² − k)/(2π) + k/2
 *     1 − h = [(π − θ)(1 − cos θ) + (θ − sin θ)]/π,      θ = angle(w, w*)
 *
 * In this form nothing cancels near w*: value and gradient keep about 15 digits at an angle of 1e-6. At
 * w = 0, where f is not differentiable, the value is the limit γ‖w*‖²/k² and the gradient is NaN.
 * Smoothness is 1 + 3‖w*‖, which holds where ‖w‖ ≥ 1, as on the unit sphere. It is {@link PlanarLoss | planar}
 * where ‖w*‖ is from 1e-130 to 1e130.
 *
 * @param options w* (length d) and the number of patches
 * @returns a {@link Loss} of dimension d
 * @throws ArgumentError if w* is empty or patches is not a positive whole number
 * @throws DataValueError if w* holds a NaN or an infinity
 * @example
 * ```ts
 * import { populationLoss } from "@proxkit/core";
 *
 * const loss = populationLoss({ wStar: [3, 4], patches: 2 });
 * console.log(loss.value(Float64Array.of(3, 4))); // 0
 * console.log(loss.gradient(Float64Array.of(3, 4))); // Float64Array(2) [ 0, 0 ]
 * console.log(loss.smoothness); // 16
 * ```
 * Source: Dinh & Xin, eq. (8), Lemma 5.4.2 (gradient) and Lemma 5.1.2 with M = 1 (smoothness).
 */
export function populationLoss({ wStar, patches: k }: PopulationLossOptions): Loss {
  const name = "populationLoss";
  checkCount(name, "patches", k);
  if (!(wStar?.length >= 1))
    throw new ArgumentError({
      caller: name,
      argument: "wStar",
      expected: "have at least 1 entry",
      received: wStar?.length ?? wStar,
    });
  const star = readVector(name, "wStar", wStar, wStar.length);
  const c = norm(star);
  const gamma = (k * k - k) / (2 * Math.PI) + k / 2;
  const plain = c > 1e-130 && c < 1e130; // squares of numbers near c neither overflow nor underflow
  function evaluate(w: Float64Array, out?: Float64Array): number {
    compare(w, star, sums);
    const apart = sums[1];
    const across = sums[2];
    let a = Math.sqrt(sums[0]);
    let gap: number; // a − c
    let theta: number;
    let versine: number; // 1 − cos θ = 2 sin²(θ/2)
    if (plain && a > c / 2 && a < 2 * c) {
      // ac‖ŵ ∓ ŵ*‖² = ‖w ∓ w*‖² − (a − c)²; w − w* is exact near w*, as ŵ − ŵ* is not
      gap = sums[3] / (a + c);
      const near = Math.max(0, apart - gap * gap);
      const far = Math.max(0, across - gap * gap);
      theta = 2 * Math.atan2(Math.sqrt(near), Math.sqrt(far));
      versine = near / (2 * a * c);
    } else {
      a = norm(w);
      gap = a - c;
      theta = a === 0 || c === 0 ? 0 : angle(w, star); // 0: any would do, it is multiplied by a·c
      versine = 2 * Math.sin(theta / 2) ** 2;
    }
    const value = at(a, gap, theta, versine, coefficients);
    if (out) combine(coefficients[0], w, coefficients[1], star, out);
    return value;
  }

  /** f, and its gradient's coefficients, where ‖w‖ = a, ‖w‖ − c = gap and 1 − cos θ = versine. */
  function at(a: number, gap: number, theta: number, versine: number, to: Float64Array): number {
    const bend = sineGap(theta);
    // k² ∇f(w) = [(k² − k)/π (1 − c/a) + k/π (θ(1 − c/a) + (θ − sin θ) c/a)] w + k(1 − θ/π)(w − w*)
    to[0] = ((k - 1 + theta) * gap + bend * c) / a / (Math.PI * k);
    to[1] = (Math.PI - theta) / (Math.PI * k);
    const oneMinusH = ((Math.PI - theta) * versine + bend) / Math.PI;
    return ((gamma / k) * gap * gap + a * c * oneMinusH) / k;
  }

  function evaluatePlanar(a: number, gap: number, theta: number, to: Float64Array): number {
    const half = Math.sin(theta / 2);
    return at(a, gap, theta, 2 * half * half, to);
  }

  return defineLoss({
    name,
    dimension: star.length,
    evaluate,
    smoothness: 1 + 3 * c,
    planar: plain ? new NoOverlap(star, evaluatePlanar, k) : undefined,
  });
}

/** Says on its prototype which loss it is: a copy of its own fields, with another `evaluate` maybe, does not. */
class NoOverlap implements PlanarLoss {
  readonly wStar: Float64Array;
  readonly evaluate: PlanarLoss["evaluate"];
  readonly #patches: number;

  constructor(wStar: Float64Array, evaluate: PlanarLoss["evaluate"], patches: number) {
    this.wStar = wStar;
    this.evaluate = evaluate;
    this.#patches = patches;
    Object.freeze(this);
  }

  get kernel(): PlanarLossKernel {
    return { kind: "no-overlap", patches: this.#patches };
  }
}
