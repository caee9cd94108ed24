import type { LinearModel } from "@proxkit/core";
import type { Slot } from "@proxkit/kernels";
import { type Kept, openHistory } from "./extrapolation.ts";
import type { Terms } from "./terms.ts";

/**
 * The arrays of coordinate descent beside the columns of a loss, in the same memory. All solvers of one loss share them:
 * a step fills what it reads.
 */
export interface Workspace {
  readonly model: LinearModel;
  /** d times the outputs. */
  readonly dimension: number;
  /** z = Xw, length mK. */
  readonly z: Slot;
  /** ∇F(z), length mK. */
  readonly slopes: Slot;
  /** F″, length mK. */
  readonly curvatures: Slot;
  /** A direction of z, length mK. */
  readonly direction: Slot;
  /** w, length dK. */
  readonly w: Slot;
  /** The curvature of f along each coordinate, length dK. */
  readonly c: Slot;
  /** The weight of the penalty on each coordinate, length dK. */
  readonly weights: Slot;
  /** The coordinates of a pass. */
  readonly list: Slot<Uint32Array>;
  /** Xᵀ of one output, length d. */
  readonly product: Slot;
  /** F″ where it is the same number for every sample and every z. */
  readonly uniform: number | undefined;
  /** Of each term; at least as long as there are terms. For what they are is in `last`. */
  readonly violations: Float64Array;
  /** Of the same length, for a list of terms. */
  readonly chosen: Uint32Array;
  /** What is known of z, of the slopes and of the curvatures. */
  readonly last: Evaluated;
  /** f(0) − inf F, and max |∇f(0)|. */
  readonly zero: { readonly loss: number; readonly steepest: number };
}

/** f and ∇f at a point. */
export interface Evaluated {
  readonly w: Float64Array;
  readonly gradient: Float64Array;
  loss: number;
  /** For which terms the curvatures are those at w, where F is no quadratic. */
  curved: Terms | undefined;
  /** Whether z, the slopes, the curvatures and the loss are those at the workspace's w, from scratch, where F is no quadratic. */
  settled: boolean;
  /** For which terms and λ the violations are those at w, and the largest. */
  violated: { readonly terms: Terms; readonly lambda: number; readonly most: number } | undefined;
}

const workspaces = new WeakMap<LinearModel, Workspace>();

export function workspaceOf(model: LinearModel): Workspace {
  const known = workspaces.get(model);
  if (known) return known;
  const workspace = open(model);
  workspaces.set(model, workspace);
  return workspace;
}

type Passes = "sweeps" | "quadratics";

const histories: Readonly<Record<Passes, WeakMap<Workspace, Kept>>> = {
  sweeps: new WeakMap(),
  quadratics: new WeakMap(),
};

/** Where sweeps, or quadratics, keep their iterates; made when they first need it. */
export function historyOf(workspace: Workspace, what: Passes): Kept {
  let history = histories[what].get(workspace);
  if (!history) {
    history = openHistory(workspace.dimension, workspace.slopes.length);
    histories[what].set(workspace, history);
  }
  return history;
}

function open(model: LinearModel): Workspace {
  const { columns, outputs, quadratic } = model;
  const { memory } = columns;
  const dimension = columns.columns * outputs;
  const products = columns.rows * outputs;
  const slots = {
    z: memory.float64(products),
    slopes: memory.float64(products),
    curvatures: memory.float64(products),
    direction: memory.float64(products),
    w: memory.float64(dimension),
    c: memory.float64(dimension),
    weights: memory.float64(dimension),
    list: memory.uint32(dimension),
    product: memory.float64(columns.columns),
  };
  let uniform: number | undefined;
  if (quadratic) {
    const { view } = slots.curvatures;
    model.curvatures(slots.z.view, view);
    if (view.every((curvature) => curvature === view[0])) uniform = view[0];
  }
  const last: Evaluated = {
    w: new Float64Array(dimension).fill(Number.NaN),
    gradient: new Float64Array(dimension),
    loss: Number.NaN,
    curved: undefined,
    settled: false,
    violated: undefined,
  };
  const violations = new Float64Array(dimension); // a term has a coordinate at least
  const chosen = new Uint32Array(dimension);
  const workspace = { model, dimension, ...slots, uniform, violations, chosen, last };
  evaluateAt(workspace, new Float64Array(dimension));
  let steepest = 0;
  for (const g of last.gradient) steepest = Math.max(steepest, Math.abs(g));
  const zero = { loss: last.loss - model.least, steepest };
  const whole = Object.freeze({ ...workspace, zero });
  if (quadratic) coordinateCurvatures(whole);
  return whole;
}

/** Computes z, the slopes, f and ∇f from scratch, unless they are those of this very w. */
export function evaluateAt(workspace: Omit<Workspace, "zero">, w: Float64Array): Evaluated {
  const { last, model, z, slopes, product } = workspace;
  if (same(last.w, w)) return last;
  if (!(last.settled && same(workspace.w.view, w))) {
    last.settled = false;
    computeProducts(workspace, w);
    last.loss = model.slopes(z.view, slopes.view);
  }
  const { columns, outputs } = model;
  for (let k = 0; k < outputs; k++) {
    columns.products(slopes, product, k);
    const { view } = product;
    if (outputs === 1) last.gradient.set(view);
    else for (let j = 0; j < view.length; j++) last.gradient[j * outputs + k] = view[j];
  }
  last.w.set(w);
  last.curved = undefined;
  last.violated = undefined;
  return last;
}

/** Computes z, the slopes, the curvatures and f from scratch where the workspace's w is. @returns f */
export function settle(workspace: Workspace): number {
  const { last, model, z, slopes, curvatures, w } = workspace;
  leave(workspace);
  computeProducts(workspace, w.view);
  if (model.derivatives) last.loss = model.derivatives(z.view, slopes.view, curvatures.view);
  else {
    model.curvatures(z.view, curvatures.view);
    last.loss = model.slopes(z.view, slopes.view);
  }
  last.settled = true;
  return last.loss;
}

/** z ← Xw */
function computeProducts(
  workspace: Pick<Workspace, "model" | "z" | "product">,
  w: Float64Array,
): void {
  const { model, z, product } = workspace;
  const { times } = model.columns;
  if (times && model.outputs === 1) {
    product.view.set(w);
    times(product, z);
    return;
  }
  z.view.fill(0);
  for (let i = 0; i < w.length; i++) if (w[i] !== 0) addCoordinate(model, w[i], i, z);
}

/** To be said before w, z or the slopes are moved: they are then no longer those of a known w, even if a prox throws. */
export function leave({ last }: Pick<Workspace, "last">): void {
  last.w[0] = Number.NaN;
  last.settled = false;
}

function same(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** v ← v + a·(the column of coordinate i, in its output) */
export function addCoordinate(
  { columns, outputs }: LinearModel,
  a: number,
  i: number,
  v: Slot,
): void {
  if (outputs === 1) columns.add(a, i, v);
  else {
    const j = Math.floor(i / outputs);
    columns.add(a, j, v, i - j * outputs);
  }
}

/** v ← v + a·F″∘(the column of coordinate i, in its output), with F″ as it stands. */
export function addCurved(workspace: Workspace, a: number, i: number, v: Slot): void {
  const { model, uniform, curvatures } = workspace;
  if (uniform !== undefined) {
    addCoordinate(model, a * uniform, i, v);
    return;
  }
  const { columns, outputs } = model;
  const j = outputs === 1 ? i : Math.floor(i / outputs);
  columns.addWeighted(a, j, curvatures, v, i - j * outputs);
}

/** The column of coordinate i times v, in its output. */
export function dotCoordinate({ columns, outputs }: LinearModel, i: number, v: Slot): number {
  if (outputs === 1) return columns.dot(i, v);
  const j = Math.floor(i / outputs);
  return columns.dot(j, v, i - j * outputs);
}

/** cᵢ = Σ F″ xᵢ² with F″ as it stands. */
export function curvatureOf({ model, uniform, curvatures }: Workspace, i: number): number {
  const { columns, outputs } = model;
  const j = outputs === 1 ? i : Math.floor(i / outputs);
  return uniform === undefined
    ? columns.squares(j, curvatures, i - j * outputs)
    : uniform * columns.squares(j);
}

/** cᵢ for all coordinates. */
function coordinateCurvatures(workspace: Workspace): void {
  const { view } = workspace.c;
  for (let i = 0; i < view.length; i++) view[i] = curvatureOf(workspace, i);
}
