import { type ColumnGram, columnGram, KernelMemoryError } from "@proxkit/kernels";
import type { SweepsOptions } from "./sweeps.ts";
import type { Terms } from "./terms.ts";
import type { Workspace } from "./workspace.ts";

/** A sweep on the Gram matrix costs least beside one on X where X has at least this many times as many rows. */
const ROWS_FOR_ONE = 4;
const MOST_COLUMNS = 256;
/** So few columns have their inner products sooner than a run of sweeps is through; of more, a path makes it good. */
const FEW = 16;
/** What takes longer has columns that are nearly alike: there the sweeps on X have means against it. */
const MOST_SWEEPS = 100;

const grams = new WeakMap<Workspace, ColumnGram | undefined>();

/**
 * Coordinate descent over the listed terms by the inner products of their columns, where these are dense and few beside
 * the rows, the loss is a quadratic and the penalty has soft thresholds: a path needs the same products over and over.
 *
 * @param options `from`, where the gradient is known, `target`, `lambda`, and whether the run is one of a path
 * @returns the largest violation that the last sweep met, Infinity if nothing was done; the slopes are left behind
 */
export function gramSweeps(
  workspace: Workspace,
  terms: Terms,
  list: Uint32Array,
  { lambda, target, from, path = false }: SweepsOptions,
): number {
  if (!terms.gramSweeps || !from || list.length > (path ? MOST_COLUMNS : FEW))
    return Number.POSITIVE_INFINITY;
  const gram = gramOf(workspace);
  if (!gram || list.length > gram.room) return Number.POSITIVE_INFINITY;
  const { gradient } = workspace.last;
  return terms.gramSweeps(gram, { from, gradient }, list, lambda, target, MOST_SWEEPS);
}

function gramOf(workspace: Workspace): ColumnGram | undefined {
  if (grams.has(workspace)) return grams.get(workspace);
  const gram = openGram(workspace);
  grams.set(workspace, gram);
  return gram;
}

function openGram({ model, uniform, curvatures }: Workspace): ColumnGram | undefined {
  const { columns, outputs, quadratic } = model;
  const room = Math.min(columns.columns, Math.floor(columns.rows / ROWS_FOR_ONE), MOST_COLUMNS);
  if (!quadratic || outputs > 1 || room === 0) return undefined;
  try {
    return columnGram(columns, uniform ?? curvatures, room);
  } catch (error) {
    if (error instanceof KernelMemoryError) return undefined; // X fills the memory: it goes without
    throw error;
  }
}
