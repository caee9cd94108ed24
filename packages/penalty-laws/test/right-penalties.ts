import { type SeparablePenalty, separablePenalty } from "@proxkit/penalty";

const { abs, sign, sqrt } = Math;

/** ½ x². */
export const ridge: SeparablePenalty = separablePenalty({
  name: "ridge",
  convex: true,
  value: (x) => (x * x) / 2,
  prox: (v, t) => v / (1 + t),
  threshold: () => 0,
});

/** Soft thresholding, written the short way, but for its zeros. */
export const soft = (v: number, t: number): number =>
  abs(v) <= t ? (t === 0 ? v : 0) : v - sign(v) * t;

/** MCP with λ = 1: |x| − x²/2γ up to γ, then γ/2. For t ≥ γ only 0 and v are left. */
export function mcp(gamma: number): SeparablePenalty {
  const threshold = (t: number) => (t < gamma ? t : sqrt(gamma) * sqrt(t));
  return separablePenalty({
    name: "mcp",
    parameters: { gamma },
    convex: false,
    weakConvexity: 1 / gamma,
    value: (x) => (abs(x) > gamma ? gamma / 2 : abs(x) * (1 - abs(x) / (2 * gamma))),
    threshold,
    prox(v, t) {
      if (abs(v) <= threshold(t)) return t === 0 ? v : 0;
      return abs(v) >= gamma || t >= gamma ? v : soft(v, t) / (1 - t / gamma);
    },
  });
}

/** SCAD with λ = 1. Beyond t = a − 1 the middle piece is gone: soft thresholding jumps to the identity. */
export function scad(a: number): SeparablePenalty {
  const threshold = (t: number) => (t <= a + 1 ? t : sqrt(t * (a + 1)));
  return separablePenalty({
    name: "scad",
    parameters: { a },
    convex: false,
    weakConvexity: 1 / (a - 1),
    value(x) {
      const size = abs(x);
      if (size <= 1) return size;
      return size > a ? (a + 1) / 2 : (2 * a * size - size * size - 1) / (2 * (a - 1));
    },
    threshold,
    prox(v, t) {
      const size = abs(v);
      if (size <= threshold(t)) return t === 0 ? v : 0;
      if (t === 0) return v;
      if (t >= a - 1) return t <= a + 1 && size <= (a + 1 + t) / 2 ? soft(v, t) : v;
      if (size <= 1 + t) return soft(v, t);
      return size < a ? sign(v) * (((a - 1) * size - a * t) / (a - 1 - t)) : v;
    },
  });
}

/** log(1 + |x|/ε): the larger root of (u + ε)(v − u) = t, or 0. */
export function logSum(epsilon: number): SeparablePenalty {
  const value = (x: number) => Math.log1p(abs(x) / epsilon);
  function root(x: number, t: number): number {
    const discriminant = (x + epsilon) ** 2 - 4 * t;
    if (!(discriminant >= 0)) return 0;
    const r = sqrt(discriminant);
    const u = x > epsilon ? (x - epsilon + r) / 2 : (2 * (x * epsilon - t)) / (epsilon - x + r);
    return u > 0 && t * value(u) + (u - x) ** 2 / 2 < x ** 2 / 2 ? u : 0;
  }
  function threshold(t: number): number {
    if (t <= epsilon ** 2) return t / epsilon;
    let [low, high] = [2 * sqrt(t) - epsilon, t / epsilon];
    for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
      if (root(middle, t) === 0) low = middle;
      else high = middle;
    return low;
  }
  return separablePenalty({
    name: "log-sum",
    parameters: { epsilon },
    convex: false,
    weakConvexity: epsilon ** -2,
    value,
    threshold,
    prox(v, t) {
      if (t === 0 || Number.isNaN(v) || abs(v) === Number.POSITIVE_INFINITY) return v;
      return abs(v) <= threshold(t) ? 0 : sign(v) * root(abs(v), t);
    },
  });
}

/** log(1 + |x|) by the letter, which loses the digits of small x: rounding, not a mistake. */
export const plainLog: SeparablePenalty = separablePenalty({
  ...logSum(1).traits,
  ...logSum(1).scalar,
  name: "plain log",
  value: (x) => Math.log(1 + abs(x)),
});

/** √|x|: half thresholding. Source: Xu, Chang, Xu & Zhang, L1/2 regularization (2012), with λ = 2t. */
export const half: SeparablePenalty = separablePenalty({
  name: "half",
  convex: false,
  value: (x) => sqrt(abs(x)),
  threshold: (t) => 1.5 * Math.cbrt(t) ** 2,
  prox(v, t) {
    if (t === 0) return v;
    if (abs(v) <= 1.5 * Math.cbrt(t) ** 2) return 0;
    const phi = Math.acos((t / 4) * (abs(v) / 3) ** -1.5);
    return (2 / 3) * v * (1 + Math.cos((2 / 3) * (Math.PI - phi)));
  },
});

/** From lower to upper, both included: 0 there and Infinity elsewhere. The prox is the nearest point. */
export function box(lower: number, upper: number): SeparablePenalty {
  return separablePenalty({
    name: "box",
    parameters: Object.fromEntries(
      Object.entries({ lower, upper }).filter(([, bound]) => Number.isFinite(bound)),
    ),
    convex: true,
    value(x) {
      if (Number.isNaN(x)) return x;
      return x >= lower && x <= upper ? 0 : Number.POSITIVE_INFINITY;
    },
    prox: (v) => Math.min(Math.max(v, lower), upper),
    threshold: () => 0,
  });
}

/** x for x ≥ 0 and Infinity below: even in nothing. */
export const positive: SeparablePenalty = separablePenalty({
  name: "positive l1",
  convex: true,
  value: (x) => (x < 0 ? Number.POSITIVE_INFINITY : x),
  prox: (v, t) => (v <= t ? (t === 0 && v > 0 ? v : 0) : v - t),
  threshold: (t) => t,
});

/** α|x| + (1 − α)x²/2. */
export function elasticNet(alpha: number): SeparablePenalty {
  return separablePenalty({
    name: "elastic net",
    parameters: { alpha },
    convex: true,
    value: (x) => alpha * abs(x) + ((1 - alpha) * x * x) / 2,
    prox: (v, t) =>
      t === Number.POSITIVE_INFINITY ? 0 * v : soft(v, t * alpha) / (1 + t * (1 - alpha)),
    threshold: (t) => t * alpha,
  });
}
