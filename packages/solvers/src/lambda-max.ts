import type { Loss } from "@proxkit/core";
import { ArgumentError, norm } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";

export interface LambdaMaxOptions {
  readonly loss: Loss;
  readonly penalty: Penalty;
  /** η of the proximal gradient step; it matters where P is not convex. Default: 1/L. */
  readonly stepSize?: number | undefined;
}

/**
 * The least λ at which w = 0 is a fixed point of the proximal gradient step: from there on all weights are 0.
 *
 *     min { λ : prox(−η∇f(0), ηλ) = 0 }
 *
 * For l1 it is max |∂f(0)/∂wᵢ|. Found by bisection on the penalty's own prox, to 1e-12 relative from above.
 *
 * @throws ArgumentError if η is not given and the loss does not state its smoothness, or if no λ makes
 * all weights 0
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { l1 } from "@proxkit/penalties-l1";
 * import { lambdaMax } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[1, 0], [0, 2]], y: [3, 4] });
 * console.log(lambdaMax({ loss, penalty: l1() }).toFixed(6)); // 4.000000
 * ```
 */
export function lambdaMax({ loss, penalty, stepSize }: LambdaMaxOptions): number {
  const gradient = loss.gradient(new Float64Array(loss.dimension));
  const size = norm(gradient);
  if (size === 0) return 0;
  const eta = stepSize ?? 1 / (loss.smoothness ?? Number.NaN);
  if (!(eta > 0 && eta < Number.POSITIVE_INFINITY))
    throw new ArgumentError({
      caller: "lambdaMax",
      argument: "stepSize",
      expected: "be given, finite and above 0, as this loss states no such smoothness",
      received: stepSize,
    });
  const v = gradient.map((g) => -eta * g);
  const out = new Float64Array(v.length);
  const allZero = (lambda: number) => penalty.prox(v, eta * lambda, out).every((u) => u === 0);

  let high = size;
  for (let n = 0; !allZero(high); n++, high *= 2)
    if (n === 1000)
      throw new ArgumentError({
        caller: "lambdaMax",
        argument: "penalty",
        expected: "send every weight to 0 for some λ",
        received: penalty.name,
      });
  let low = 0;
  while (high - low > 1e-12 * high) {
    const middle = low + (high - low) / 2;
    if (allZero(middle)) high = middle;
    else low = middle;
  }
  return high;
}
