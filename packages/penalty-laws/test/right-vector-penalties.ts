import type { Json, Penalty, PenaltyTraits } from "@proxkit/penalty";

/** A penalty that is not separable, from its value and its prox for one step. */
export function vectorPenalty(definition: {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly traits: PenaltyTraits;
  /** The length it takes. Default: any. */
  readonly length?: number;
  value(w: Float64Array): number;
  prox(v: Float64Array, t: number): Float64Array;
}): Penalty {
  const { name, length, value, prox, parameters = {}, traits } = definition;
  const check = (x: Float64Array, wanted: number | undefined) => {
    if (wanted !== undefined && x.length !== wanted)
      throw new RangeError(`${name}: length must be ${wanted}, received ${x.length}`);
  };
  return Object.freeze({
    name,
    parameters,
    traits,
    value(w: Float64Array): number {
      check(w, length);
      return value(w);
    },
    prox(v: Float64Array, t: number | Float64Array, out = new Float64Array(v.length)) {
      check(v, length);
      check(out, v.length);
      if (typeof t !== "number" || !(t >= 0))
        throw new RangeError(`${name}: t must be one number, at least 0, received ${t}`);
      out.set(t === 0 ? v : prox(v, t));
      return out;
    },
  });
}

const convex: PenaltyTraits = { convex: true, separable: false, weakConvexity: 0 };
const norm = (w: Float64Array): number => Math.hypot(...w);

/** ‖w‖₂, the group lasso of one group. */
export const euclidean: Penalty = vectorPenalty({
  name: "euclidean norm",
  traits: convex,
  value: norm,
  prox: shrunk,
});

/** v shortened by t, or zeros. */
function shrunk(v: Float64Array, t: number): Float64Array {
  const size = norm(v);
  if (size <= t) return new Float64Array(v.length);
  return v.map((vi) => (size === Number.POSITIVE_INFINITY ? vi : vi * (1 - t / size)));
}

/** Σ_g √|g| ‖w_g‖₂ for the groups {0, 1}, {2} and {3, 4, 5}. */
export const groups: Penalty = vectorPenalty({
  name: "group lasso",
  parameters: { groups: [2, 1, 3] },
  traits: convex,
  length: 6,
  value: (w) => Math.SQRT2 * norm(w.slice(0, 2)) + Math.abs(w[2]) + Math.sqrt(3) * norm(w.slice(3)),
  prox: (v, t) =>
    Float64Array.of(
      ...shrunk(v.slice(0, 2), Math.SQRT2 * t),
      ...shrunk(v.slice(2, 3), t),
      ...shrunk(v.slice(3), Math.sqrt(3) * t),
    ),
});

/** 1 unless w = 0: a group is in or out. */
export const groupL0: Penalty = vectorPenalty({
  name: "group l0",
  traits: { convex: false, separable: false, weakConvexity: Number.POSITIVE_INFINITY },
  value: (w) => (w.some(Number.isNaN) ? Number.NaN : w.some((x) => x !== 0) ? 1 : 0),
  prox: (v, t) => (norm(v) <= Math.sqrt(2) * Math.sqrt(t) ? new Float64Array(v.length) : v),
});

/** maxᵢ |wᵢ|: the prox clips where what is cut off sums to t. */
export const largest: Penalty = vectorPenalty({
  name: "max norm",
  traits: convex,
  value: (w) =>
    w.reduce(
      (m, x) => (Number.isNaN(x) || Number.isNaN(m) ? Number.NaN : Math.max(m, Math.abs(x))),
      0,
    ),
  prox(v, t) {
    const sizes = v.map(Math.abs).sort().reverse();
    if (Number.isNaN(norm(v))) return v.map((vi) => (Number.isNaN(vi) ? vi : 0));
    let [level, sum] = [0, 0];
    for (let k = 1; k <= sizes.length; k++) {
      sum += sizes[k - 1];
      level = (sum - t) / k;
      if (k === sizes.length || level >= sizes[k]) break;
    }
    const limit = Math.max(0, level);
    return v.map((vi) => (Math.abs(vi) <= limit ? vi : limit === 0 ? 0 : Math.sign(vi) * limit));
  },
});

/** |w₁ − w₂|, total variation: its values are differences that cancel. */
export const difference: Penalty = vectorPenalty({
  name: "total variation",
  traits: convex,
  length: 2,
  value: ([a, b]) => (a === b ? 0 : Math.abs(a - b)),
  prox([a, b], t) {
    const middle = a === b ? a : a / 2 + b / 2;
    const move = Math.sign(a - b) * t;
    return Math.abs(a - b) <= 2 * t || a === b
      ? Float64Array.of(middle, middle)
      : Float64Array.of(a - move, b + move);
  },
});

/** 0 where ‖w‖ ≤ 1, with room for the rounding of a projection, and Infinity elsewhere. */
export const ball: Penalty = vectorPenalty({
  name: "unit ball",
  traits: convex,
  value: (w) => (w.some(Number.isNaN) ? Number.NaN : norm(w) <= 1 + 1e-15 ? 0 : 1 / 0),
  prox(v) {
    const size = norm(v);
    if (size === Number.POSITIVE_INFINITY) {
      const far = v.map((vi) => (Math.abs(vi) === size ? Math.sign(vi) : 0));
      return far.map((fi) => fi / norm(far));
    }
    return size > 1 ? v.map((vi) => vi / size) : v;
  },
});
