import type { GroupedPenalty } from "@proxkit/penalty";
import { inside, short } from "./conjugates.ts";
import type { Terms } from "./terms.ts";
import { addCurved, curvatureOf, dotCoordinate, type Workspace } from "./workspace.ts";

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
