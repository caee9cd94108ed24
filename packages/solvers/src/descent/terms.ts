import { ArgumentError } from "@proxkit/core";
import type { ColumnGram, GramDescent } from "@proxkit/kernels";
import type { GroupedPenalty, Penalty, SeparablePenalty, WeightedPenalty } from "@proxkit/penalty";
import { groupedTerms } from "./grouped-terms.ts";
import { separableTerms } from "./separable-terms.ts";
import type { SmoothPart } from "./support-newton.ts";
import type { Workspace } from "./workspace.ts";

/**
 * The penalty as a sum of terms, one for each coordinate or group of coordinates, as coordinate descent sees it. A
 * gradient g is that of f; λ is the weight of the whole penalty; w and the slopes are those of the workspace.
 */
export interface Terms {
  /** How many terms there are. */
  readonly count: number;
  readonly convex: boolean;
  /** Whether the conjugate of every term is known. */
  readonly dual: boolean;
  /** The most coordinates that a term has. */
  readonly largest: number;
  /** Readies the workspace for steps. */
  begin(): void;
  /** Computes the curvature along each of the listed terms with F″ as it stands. */
  curve(list: Uint32Array): void;
  /** Whether the coordinates of a term are all 0. */
  isZero(u: number, w: Float64Array): boolean;
  /** Whether a term has no penalty. */
  isFree(u: number): boolean;
  /** P(w). */
  value(w: Float64Array): number;
  /** What the listed terms add to P(w). */
  valueOn(list: Uint32Array, w: Float64Array): number;
  /** c‖w − prox(w − g/c, λ/c)‖ of a term: how far it is from a fixed point, in the units of the gradient. */
  violation(u: number, w: Float64Array, gradient: Float64Array, lambda: number): number;
  /** Writes the violation of every term to those of the workspace. @returns the largest, NaN if any is */
  violations(w: Float64Array, gradient: Float64Array, lambda: number): number;
  /** The terms that are not 0, are free or have a violation, ascending. */
  strong(w: Float64Array, gradient: Float64Array, lambda: number): Uint32Array;
  /** The coordinates of the listed terms. */
  coordinates(list: Uint32Array): Uint32Array;
  /** A step on each of the listed terms, in order. @returns the largest violation that was met */
  sweep(list: Uint32Array, lambda: number): number;
  /**
   * Steps as those of `sweep` on the Gram matrix of a quadratic, until a sweep meets no violation beyond `target`: they
   * move w, but not the slopes. Default: there are none.
   */
  gramSweeps?(
    gram: ColumnGram,
    known: Pick<GramDescent, "gradient" | "from">,
    list: Uint32Array,
    lambda: number,
    target: number,
    most: number,
  ): number;
  /** The listed terms that are not 0, for a Newton step on them. Default: there is none. */
  smoothPart?(list: Uint32Array, lambda: number): SmoothPart;
  /** The largest |∂f| of a coordinate without a penalty, which all are where λ = 0. */
  freePull(gradient: Float64Array, lambda: number): number;
  /** The largest σ ≤ 1 for which the conjugates are finite at σg. */
  shrink(gradient: Float64Array, lambda: number): number;
  /** Σ (λP)*(σg), and what terms without a penalty are short of their optimum. */
  conjugate(gradient: Float64Array, sigma: number, w: Float64Array, lambda: number): number;
}

const known = new WeakMap<Workspace, WeakMap<Penalty, Terms>>();

/**
 * The terms of a penalty on a loss, made once for all λ.
 *
 * @throws ArgumentError if the penalty is not separable, weighted or on groups, or has another length than the loss
 */
export function termsOf(caller: string, penalty: Penalty, workspace: Workspace): Terms {
  const ofWorkspace = known.get(workspace) ?? new WeakMap<Penalty, Terms>();
  known.set(workspace, ofWorkspace);
  const terms = ofWorkspace.get(penalty) ?? makeTerms(caller, penalty, workspace);
  ofWorkspace.set(penalty, terms);
  return terms;
}

function makeTerms(caller: string, penalty: Penalty, workspace: Workspace): Terms {
  const { scalar } = penalty as Partial<SeparablePenalty>;
  if (scalar) return separableTerms(penalty as SeparablePenalty, undefined, workspace);
  const { base, weights } = penalty as Partial<WeightedPenalty>;
  if (base && weights) {
    if (weights.length !== workspace.dimension)
      throw new ArgumentError({
        caller,
        argument: "penalty",
        expected: `have ${workspace.dimension} weights`,
        received: weights.length,
      });
    return separableTerms(base, weights, workspace);
  }
  if ("grouped" in penalty) return groupedTerms(penalty as GroupedPenalty, workspace);
  throw new ArgumentError({
    caller,
    argument: "penalty",
    expected: "be separable (have `scalar`), weighted (`base`) or on groups (`grouped`)",
    received: penalty.name,
  });
}
