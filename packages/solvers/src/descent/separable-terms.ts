import type { ColumnGram, GramDescent } from "@proxkit/kernels";
import type { SeparablePenalty } from "@proxkit/penalty";
import { inside, short } from "./conjugates.ts";
import { addCurved, curvatureOf, dotCoordinate } from "./coordinates.ts";
import { proxSlope } from "./prox-slope.ts";
import { softConjugate, softStrong, softViolations } from "./soft-loops.ts";
import { LARGE, type Soft, softOf } from "./soft-part.ts";
import type { SmoothPart } from "./support-newton.ts";
import type { Terms } from "./terms.ts";
import type { Workspace } from "./workspace.ts";

/** P(w) = Σᵢ pᵢ p(wᵢ). @param weights p, length d. Default: all 1. */
export function separableTerms(
  penalty: SeparablePenalty,
  weights: Float64Array | undefined,
  workspace: Workspace,
): Terms {
  const { value: p, prox, conjugate } = penalty.scalar;
  const { dimension, model, slopes } = workspace;
  const soft = softOf(penalty);
  const weightOf = weights ? (i: number) => weights[i] : () => 1;
  const descent = {
    slopes,
    w: workspace.w,
    curvature: workspace.c,
    scale: workspace.uniform ?? workspace.curvatures,
    weights: weights && workspace.weights,
    outputs: model.outputs,
  };

  /** λ as coordinate i has it. */
  const own = weights
    ? (i: number, lambda: number) => lambda * weights[i]
    : (_: number, lambda: number) => lambda;

  /** A 0 that no curvature was asked for: the penalty is convex, and any tells whether it stays. */
  function isUncurved(i: number, w: Float64Array): boolean {
    return !model.quadratic && penalty.traits.convex && w[i] === 0 && weightOf(i) > 0;
  }

  function violation(i: number, w: Float64Array, gradient: Float64Array, lambda: number): number {
    if (soft && w[i] === 0) return Math.max(0, Math.abs(gradient[i]) - soft.l1 * own(i, lambda));
    const c = isUncurved(i, w) ? 1 : workspace.c.view[i] || 1;
    return c * Math.abs(w[i] - prox(w[i] - gradient[i] / c, own(i, lambda) / c));
  }

  function violations(w: Float64Array, gradient: Float64Array, lambda: number): number {
    const { violations: out } = workspace;
    if (soft) return softViolations(soft, weights, workspace.c.view, w, gradient, lambda, out);
    let most = 0;
    for (let i = 0; i < dimension; i++) {
      const size = violation(i, w, gradient, lambda);
      out[i] = size;
      most = Math.max(most, size);
    }
    return most;
  }

  function strong(w: Float64Array, gradient: Float64Array, lambda: number): Uint32Array {
    const { chosen } = workspace;
    if (soft) return chosen.slice(0, softStrong(soft, weights, w, gradient, lambda, chosen));
    const pulled = (i: number) => violation(i, w, gradient, lambda) > 0;
    return chosen.map((_, i) => i).filter((i) => w[i] !== 0 || weightOf(i) === 0 || pulled(i));
  }

  function sweep(list: Uint32Array, lambda: number): number {
    placeUnseen(list, lambda);
    if (soft) {
      workspace.list.view.set(list);
      const { columns } = model;
      return columns.descend(
        descent,
        workspace.list,
        list.length,
        lambda * soft.l1,
        lambda * soft.l2,
      );
    }
    const [w, c] = [workspace.w.view, workspace.c.view];
    let most = 0;
    for (const i of list) {
      const curvature = c[i];
      if (curvature === 0) continue;
      const before = w[i];
      const t = own(i, lambda) / curvature;
      const after = prox(before - dotCoordinate(model, i, slopes) / curvature, t);
      const delta = after - before;
      if (delta === 0) continue;
      w[i] = after;
      addCurved(workspace, delta, i, slopes);
      most = Math.max(most, curvature * Math.abs(delta));
    }
    return most;
  }

  function gramSweeps(
    gram: ColumnGram,
    known: Pick<GramDescent, "gradient" | "from">,
    list: Uint32Array,
    lambda: number,
    target: number,
    most: number,
  ): number {
    const { l1, l2 } = soft as Soft;
    placeUnseen(list, lambda);
    const { w, c, list: listed } = workspace;
    const { gradient, from } = known;
    listed.view.set(list);
    const problem = { gradient, from, w, curvature: c, weights: descent.weights };
    return gram.descend(problem, listed, list.length, lambda * l1, lambda * l2, target, most);
  }

  /** The least of p for coordinates that no sample sees. */
  function placeUnseen(list: Uint32Array, lambda: number): void {
    const [w, c] = [workspace.w.view, workspace.c.view];
    for (let k = 0; k < list.length; k++) {
      const i = list[k];
      if (c[i] === 0) w[i] = prox(w[i], own(i, lambda) * LARGE);
    }
  }

  function valueOn(list: Uint32Array, w: Float64Array): number {
    let sum = 0;
    for (const i of list) if (weightOf(i) > 0) sum += weightOf(i) * p(w[i]);
    return sum;
  }

  function shrink(gradient: Float64Array, lambda: number): number {
    const steepest = conjugate?.steepest ?? Number.NaN;
    if (steepest === Number.POSITIVE_INFINITY) return 1;
    let sigma = 1;
    if (!weights) {
      let steep = 0;
      for (let i = 0; i < dimension; i++) steep = Math.max(steep, Math.abs(gradient[i]));
      return lambda > 0 && steep > lambda * steepest ? (lambda * steepest) / steep : 1;
    }
    for (let i = 0; i < dimension; i++) {
      const most = own(i, lambda) * steepest;
      const pull = Math.abs(gradient[i]);
      if (most > 0 && sigma * pull > most) sigma = most / pull;
    }
    return sigma;
  }

  function conjugateAt(
    gradient: Float64Array,
    sigma: number,
    w: Float64Array,
    lambda: number,
  ): number {
    const flat = soft !== undefined && soft.l2 === 0;
    if (flat && !weights && lambda > 0) return 0; // no coordinate is free, and l1's conjugate is 0 where it is finite
    if (soft && !weights && lambda > 0) return softConjugate(soft, gradient, sigma, lambda);
    let sum = 0;
    const value = conjugate?.value ?? (() => Number.NaN);
    for (let i = 0; i < dimension; i++) {
      const weight = own(i, lambda);
      const g = sigma * gradient[i];
      if (weight === 0) sum += short(g, w[i], workspace.c.view[i]);
      else if (!flat) sum += weight * inside(value, g / weight);
    }
    return sum;
  }

  /**
   * P′ and P″ from the prox alone: u = prox(v, t) says p′(u) = (v − u)/t, its slope by v is 1/(1 + tp″(u)), and p′(w) is
   * p′(u) + p″(u)(w − u). A coordinate whose prox jumps or stands still nearby is left out.
   */
  function smoothPart(list: Uint32Array, lambda: number): SmoothPart {
    const { view } = workspace.w;
    const coordinates: number[] = [];
    const pull: number[] = [];
    const bend: number[] = [];
    for (const i of list) {
      const c = workspace.c.view[i];
      if (view[i] === 0 || c === 0) continue;
      const t = own(i, lambda) / c;
      const g = dotCoordinate(model, i, slopes);
      const v = view[i] - g / c;
      const u = prox(v, t);
      const slope = proxSlope(prox, v, t, u);
      if (u === 0 || !(slope > 0)) continue;
      coordinates.push(i);
      pull.push(
        soft
          ? g + own(i, lambda) * (Math.sign(view[i]) * soft.l1 + soft.l2 * view[i])
          : (c * (view[i] - u)) / slope,
      );
      bend.push(soft ? own(i, lambda) * soft.l2 : c * (1 / slope - 1));
    }
    const n = coordinates.length;
    return {
      coordinates: Uint32Array.from(coordinates),
      sizes: coordinates.map(() => 1),
      pull: Float64Array.from(pull),
      bend(matrix) {
        for (let k = 0; k < n; k++) matrix[k * n + k] += bend[k];
      },
    };
  }

  const freeZeros = p(0) === 0;
  return {
    count: dimension,
    convex: penalty.traits.convex,
    dual: conjugate !== undefined,
    largest: 1,
    begin() {
      if (weights) workspace.weights.view.set(weights);
    },
    curve(list) {
      const { view } = workspace.c;
      for (const i of list) view[i] = curvatureOf(workspace, i);
    },
    isZero: (i, w) => w[i] === 0,
    isFree: (i) => weightOf(i) === 0,
    value(w) {
      let sum = 0;
      for (let i = 0; i < dimension; i++)
        if (!(freeZeros && w[i] === 0) && weightOf(i) > 0) sum += weightOf(i) * p(w[i]);
      return sum;
    },
    valueOn,
    violation,
    violations,
    strong,
    coordinates: (list) => list,
    sweep,
    ...(soft && { gramSweeps }),
    smoothPart,
    freePull(gradient, lambda) {
      let most = 0;
      if (weights || lambda === 0)
        for (let i = 0; i < dimension; i++)
          if (own(i, lambda) === 0) most = Math.max(most, Math.abs(gradient[i]));
      return most;
    },
    shrink,
    conjugate: conjugateAt,
  };
}
