import type { GroupedPenalty } from "@proxkit/penalty";
import { inside, short } from "./conjugates.ts";
import { addCurved, curvatureOf, dotCoordinate } from "./coordinates.ts";
import { proxSlope } from "./prox-slope.ts";
import type { SmoothPart } from "./support-newton.ts";
import type { Terms } from "./terms.ts";
import type { Workspace } from "./workspace.ts";

/** P(w) = Σ_g c_g r(‖w_g‖); a coordinate of no group is a term of its own, without a penalty. */
export function groupedTerms({ grouped, traits }: GroupedPenalty, workspace: Workspace): Terms {
  const { groupsOf, weight, radial } = grouped;
  const { value: r, prox, conjugate } = radial;
  const { dimension, model, slopes, direction } = workspace;
  const groups = groupsOf(dimension);
  const terms = [...groups, ...coordinatesOfNone(groups, dimension)];
  const curvature = new Float64Array(terms.length).fill(Number.NaN); // L_g, a bound on that of f along the group
  const largest = terms.reduce((most, { length }) => Math.max(most, length), 0);
  const pulls = new Float64Array(largest);
  const weightOf = (u: number) => (u < groups.length ? weight(u) : 0);
  const isZero = (u: number, w: Float64Array) => terms[u].every((i) => w[i] === 0);
  const own = (u: number, lambda: number) => lambda * weightOf(u);

  /** A bound on λmax of the group's Gram matrix: the smaller of its Frobenius norm and its largest row sum. */
  function bound(group: Uint32Array): number {
    const n = group.length;
    if (n === 1) return curvatureOf(workspace, group[0]);
    let [squares, most] = [0, 0];
    for (const i of group) {
      direction.view.fill(0);
      addCurved(workspace, 1, i, direction);
      let sum = 0;
      for (const j of group) {
        const product = (i - j) % model.outputs === 0 ? dotCoordinate(model, j, direction) : 0;
        sum += Math.abs(product);
        squares += product * product;
      }
      most = Math.max(most, sum);
    }
    return Math.min(Math.sqrt(squares), most);
  }

  function norm(group: Uint32Array, v: Float64Array): number {
    let squares = 0;
    for (const i of group) squares += v[i] * v[i];
    return Math.sqrt(squares);
  }

  /** ‖w_g − prox(w_g − g/L)‖ L for a group whose gradient is in `pulls`; moves w where asked to. */
  function step(u: number, L: number, w: Float64Array, lambda: number, move: boolean): number {
    const group = terms[u];
    let squares = 0;
    for (let k = 0; k < group.length; k++) squares += (w[group[k]] - pulls[k] / L) ** 2;
    const size = Math.sqrt(squares);
    const after = own(u, lambda) > 0 ? prox(size, own(u, lambda) / L) : size;
    const factor = size > 0 ? after / size : 0;
    let moved = 0;
    for (let k = 0; k < group.length; k++) {
      const i = group[k];
      const next = after === 0 ? 0 : (w[i] - pulls[k] / L) * factor;
      const delta = next - w[i];
      if (delta === 0) continue;
      moved += delta * delta;
      if (!move) continue;
      w[i] = next;
      addCurved(workspace, delta, i, slopes);
    }
    return L * Math.sqrt(moved);
  }

  function violation(u: number, w: Float64Array, gradient: Float64Array, lambda: number): number {
    const group = terms[u];
    for (let k = 0; k < group.length; k++) pulls[k] = gradient[group[k]];
    const isUncurved = !model.quadratic && traits.convex && weightOf(u) > 0 && isZero(u, w);
    return step(u, isUncurved ? 1 : curvature[u] || 1, w, lambda, false); // as for a single coordinate
  }

  /**
   * As for single coordinates, with r along w_g and what is left of r′ across it: the prox at v is v times
   * a = prox(‖v‖)/‖v‖, and the inverse of its derivative is 1/a across v and 1/prox′(‖v‖) along it.
   */
  function smoothPart(list: Uint32Array, lambda: number): SmoothPart {
    const w = workspace.w.view;
    const coordinates: number[] = [];
    const sizes: number[] = [];
    const pull: number[] = [];
    const bends: { L: number; across: number; along: number; direction: Float64Array }[] = [];
    for (const u of list) {
      const [group, L] = [terms[u], curvature[u]];
      if (isZero(u, w) || !(L > 0)) continue;
      const v = Float64Array.from(group, (i) => w[i] - dotCoordinate(model, i, slopes) / L);
      const size = Math.hypot(...v);
      const t = own(u, lambda) / L;
      const after = t > 0 ? prox(size, t) : size;
      const slope = t > 0 ? proxSlope(prox, size, t, after) : 1;
      if (after === 0 || !(slope > 0)) continue;
      const direction = v.map((x) => x / size);
      const [across, along] = [size / after, 1 / slope];
      const mapped = v.map((x, k) => w[group[k]] - (x * after) / size); // w − prox(v)
      const straight = mapped.reduce((sum, x, k) => sum + x * direction[k], 0);
      for (let k = 0; k < group.length; k++) {
        coordinates.push(group[k]);
        pull.push(L * (across * mapped[k] + (along - across) * straight * direction[k]));
      }
      sizes.push(group.length);
      bends.push({ L, across, along, direction });
    }
    const n = coordinates.length;
    return {
      coordinates: Uint32Array.from(coordinates),
      sizes,
      pull: Float64Array.from(pull),
      bend(matrix) {
        let from = 0;
        for (const { L, across, along, direction } of bends) {
          for (let k = 0; k < direction.length; k++)
            for (let l = 0; l <= k; l++) {
              const whole = (along - across) * direction[k] * direction[l];
              matrix[(from + k) * n + from + l] += L * (k === l ? across - 1 + whole : whole);
            }
          from += direction.length;
        }
      },
    };
  }

  return {
    count: terms.length,
    convex: traits.convex,
    dual: conjugate !== undefined,
    largest,
    begin() {
      if (model.quadratic && Number.isNaN(curvature[0]))
        for (let u = 0; u < terms.length; u++) curvature[u] = bound(terms[u]);
    },
    curve(list) {
      for (const u of list) curvature[u] = bound(terms[u]);
    },
    isZero,
    isFree: (u) => weightOf(u) === 0,
    value(w) {
      let sum = 0;
      for (let u = 0; u < groups.length; u++)
        if (weightOf(u) > 0) sum += weightOf(u) * r(norm(terms[u], w));
      return sum;
    },
    valueOn(list, w) {
      let sum = 0;
      for (const u of list) if (weightOf(u) > 0) sum += weightOf(u) * r(norm(terms[u], w));
      return sum;
    },
    violation,
    violations(w, gradient, lambda) {
      const { violations: out } = workspace;
      let most = 0;
      for (let u = 0; u < terms.length; u++) {
        const size = violation(u, w, gradient, lambda);
        out[u] = size;
        most = Math.max(most, size);
      }
      return most;
    },
    strong: (w, gradient, lambda) =>
      Uint32Array.from(terms.keys()).filter(
        (u) => !isZero(u, w) || weightOf(u) === 0 || violation(u, w, gradient, lambda) > 0,
      ),
    coordinates: (list) => Uint32Array.from(Array.from(list, (u) => Array.from(terms[u])).flat()),
    sweep(list, lambda) {
      const w = workspace.w.view;
      let most = 0;
      for (const u of list) {
        const group = terms[u];
        for (let k = 0; k < group.length; k++) pulls[k] = dotCoordinate(model, group[k], slopes);
        most = Math.max(most, step(u, curvature[u] || UNSEEN, w, lambda, true));
      }
      return most;
    },
    smoothPart,
    freePull(gradient, lambda) {
      let most = 0;
      for (let u = 0; u < terms.length; u++)
        if (own(u, lambda) === 0)
          for (const i of terms[u]) most = Math.max(most, Math.abs(gradient[i]));
      return most;
    },
    shrink(gradient, lambda) {
      const steepest = conjugate?.steepest ?? Number.NaN;
      if (steepest === Number.POSITIVE_INFINITY) return 1;
      let sigma = 1;
      for (let u = 0; u < groups.length; u++) {
        const [most, pull] = [own(u, lambda) * steepest, norm(terms[u], gradient)];
        if (most > 0 && sigma * pull > most) sigma = most / pull;
      }
      return sigma;
    },
    conjugate(gradient, sigma, w, lambda) {
      const value = conjugate?.value ?? (() => Number.NaN);
      let sum = 0;
      for (let u = 0; u < terms.length; u++) {
        const weighed = own(u, lambda);
        if (weighed > 0)
          sum += weighed * inside(value, (sigma * norm(terms[u], gradient)) / weighed);
        else for (const i of terms[u]) sum += short(sigma * gradient[i], w[i], curvature[u]);
      }
      return sum;
    },
  };
}

/** Stands for the curvature of a group that no sample sees, so that a step goes to the least of r. */
const UNSEEN = 2 ** -200;

/** Each coordinate that is in no group, as a group of its own. */
function coordinatesOfNone(groups: readonly Uint32Array[], dimension: number): Uint32Array[] {
  const taken = new Uint8Array(dimension);
  for (const group of groups) for (const i of group) taken[i] = 1;
  const free: Uint32Array[] = [];
  taken.forEach((one, i) => {
    if (one === 0) free.push(Uint32Array.of(i));
  });
  return free;
}
