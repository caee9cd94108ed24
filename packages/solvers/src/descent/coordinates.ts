import type { LinearModel } from "@proxkit/core";
import type { Slot } from "@proxkit/kernels";
import type { Workspace } from "./workspace.ts";

// A coordinate i of w belongs to column i div K of X and to output i mod K.

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
