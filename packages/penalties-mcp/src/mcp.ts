import {
  definePenalty,
  numberOptions,
  type PenaltyPlugin,
  productMinus,
  readOptions,
  type SeparablePenalty,
  separablePenalty,
} from "@proxkit/penalty";

const options = numberOptions({
  gamma: { default: 3, above: 0 },
  lambda: { default: 1, above: 0 },
});

export interface MCPOptions {
  /** Concavity γ > 0: for large γ the penalty is like l1, near 0 like a capped count. Default: 3. */
  readonly gamma?: number | undefined;
  /**
   * Scale λ > 0: the slope at 0, and the unit of the weights, of which γλ is where the penalty becomes
   * flat. To fit Zhang's MCP (that of ncvreg and skglm) give λ here and 1 to the solver. Default: 1.
   */
  readonly lambda?: number | undefined;
}

/**
 * The minimax concave penalty (MCP): l1 at 0, bending until it is flat from γλ on.
 *
 *     P(w) = Σᵢ p(wᵢ),   p(x) = λ|x| − x²/(2γ)  if |x| ≤ γλ,   γλ²/2 beyond
 *     prox(v, t)ᵢ = argmin_u t·p(u) + ½ (u − vᵢ)²
 *     threshold:  λt        if t < γ   (above it, γ(|v| − λt)/(γ − t) up to γλ, then v: firm thresholding)
 *                 λ√(γt)    if t ≥ γ   (above it, v: hard thresholding)
 *
 * Weak convexity 1/γ, whatever λ. At the threshold of t ≥ γ, 0 and v tie, and 0 is taken.
 *
 * @returns a separable penalty with parameters gamma and lambda; its methods throw a RangeError if t
 * is negative or NaN
 * @throws PenaltyOptionsError if gamma or lambda is not a finite number above 0
 * @example
 * ```ts
 * import { mcp } from "@proxkit/penalties-mcp";
 *
 * const penalty = mcp({ gamma: 3 });
 * console.log(penalty.value(Float64Array.of(1.5, -9))); // 2.625
 * console.log(penalty.prox(Float64Array.of(1, 2, 3.5), 1)); // Float64Array(3) [ 0, 1.5, 3.5 ]
 * console.log(penalty.prox(Float64Array.of(5, 6, 7), 12)); // Float64Array(3) [ 0, 0, 7 ]
 * ```
 * Source: Zhang, Nearly unbiased variable selection under minimax concave penalty (2010), equation 2.1.
 */
export function mcp(given: MCPOptions = {}): SeparablePenalty {
  const { gamma, lambda } = readOptions("mcp", options, given);
  const knot = gamma * lambda;

  function value(x: number): number {
    const size = Math.abs(x);
    return size >= knot ? (knot / 2) * lambda : size * (lambda - size / gamma / 2);
  }

  function threshold(t: number): number {
    if (t >= gamma) return lambda * geometricMean(gamma, t);
    const product = lambda * t;
    // rounded down, so that a v between λt and the double above it keeps its small image
    return productMinus(lambda, t, product) < 0 ? product * (1 - 2 ** -53) : product;
  }

  function prox(v: number, t: number): number {
    const x = Math.abs(v);
    if (x <= threshold(t)) return t === 0 ? v : 0;
    if (t >= gamma) return v;
    // beyond γλ the line is above x
    const u = Math.min(x, -productMinus(lambda, t, x) * (gamma / (gamma - t)));
    return v < 0 ? -u : u;
  }

  return separablePenalty({
    name: "mcp",
    parameters: { gamma, lambda },
    convex: false,
    weakConvexity: 1 / gamma,
    value,
    prox,
    threshold,
  });
}

/** √(ab), also where ab is out of range. */
function geometricMean(a: number, b: number): number {
  const product = a * b;
  const inRange = product > 1e-290 && product < Number.POSITIVE_INFINITY;
  return inRange ? Math.sqrt(product) : Math.sqrt(a) * Math.sqrt(b);
}

/** How an application makes an MCP from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "mcp",
  options,
  create: mcp,
});
