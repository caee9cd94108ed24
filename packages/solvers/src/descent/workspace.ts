import type { LinearModel } from "@proxkit/core";
import type { Slot } from "@proxkit/kernels";
import { curvatureOf } from "./coordinates.ts";
import { type Evaluated, evaluateAt } from "./evaluate.ts";
import { type Kept, openHistory } from "./extrapolation.ts";

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

/** cᵢ for all coordinates. */
function coordinateCurvatures(workspace: Workspace): void {
  const { view } = workspace.c;
  for (let i = 0; i < view.length; i++) view[i] = curvatureOf(workspace, i);
}
