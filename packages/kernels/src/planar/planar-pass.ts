import type { EngineName } from "../engine.ts";
import { type Block, takeBlock } from "../memory/arena.ts";
import type { TL1Step } from "../prox/tl1-threshold.ts";
import { ARRAYS, BETA, CODES, CUT, OPERATOR, roomOf, SHAPE, SUMS, TL1 } from "./block.ts";

/** A prox with its step, and the penalty P that it is of. */
export type PlanarOperator =
  /** P = ‖·‖₁; the threshold is t. */
  | { readonly kind: "soft"; readonly threshold: number }
  /** P = ‖·‖₀; the threshold is √(2t). */
  | { readonly kind: "hard"; readonly threshold: number }
  /** P = Σ (a + 1)|x|/(a + |x|); `tl1Step(t, { a })` of `@proxkit/penalties-tl1` gives the step. */
  | { readonly kind: "tl1"; readonly shape: number; readonly step: TL1Step };

export interface PlanarPassOptions {
  /** w*, length d ≥ 1. Copied. */
  readonly wStar: ArrayLike<number>;
  /** c, length d: the point from which ŵ is measured. Copied. */
  readonly centre: ArrayLike<number>;
  /** β. */
  readonly beta: number;
  readonly operator: PlanarOperator;
  /** See {@link MemoryOptions.engine}. Default: "auto". */
  readonly engine?: EngineName | "auto" | undefined;
}

/** The vectors of one run, and the two halves of a step on them. */
export interface PlanarVectors {
  /** Length d, all 0 at first: write the start there. They stay where they are. */
  readonly w: Float64Array;
  readonly u: Float64Array;
  readonly gradient: Float64Array;
  /** What the last half gave, length 3. */
  readonly sums: Float64Array;
  /** u ← prox(w), ŵ ← w − η(∇f + β(w − u)); sums: ‖ŵ − c‖², (ŵ − c)·c, P(u). */
  depart(eta: number): void;
  /** w⁺ ← scale·ŵ, ∇f ← along·w⁺ + toStar·(w⁺ − w*); sums: ‖w⁺ − w‖², ‖w⁺ − u‖². */
  arrive(scale: number, along: number, toStar: number): void;
}

export interface PlanarPass {
  readonly dimension: number;
  /** Vectors for a run, all 0. */
  open(): PlanarVectors;
  /** Gives vectors back, which a later run will have: nobody may use them any more. */
  close(vectors: PlanarVectors): void;
}

/**
 * A proximal step, and a gradient step on a loss whose gradient lies in the plane of w and w*, in two passes.
 *
 *     u ← prox(w),  ŵ ← w − η(∇f(w) + β(w − u));   w ← scale·ŵ,  ∇f(w) = along·w + toStar·(w − w*)
 *
 * Between the two you find scale, along and toStar from the sums, which tell ‖ŵ‖ and the angle between ŵ and c. The
 * bits of both engines are the same; a step allocates nothing. It is for small problems, of which many share a memory.
 *
 * @param options w*, c, β and the prox
 * @throws RangeError if c has another length than w*, or the threshold is not above 0 and finite
 * @example
 * ```ts
 * import { planarPass } from "@proxkit/kernels";
 *
 * const wStar = [3, 0];
 * const operator = { kind: "soft", threshold: 0.5 } as const;
 * const run = planarPass({ wStar, centre: wStar, beta: 0, operator }).open();
 * run.w.set([2, 0.25]);
 * run.gradient.set([-1, 0.25]); // of f(w) = ‖w − w*‖²/2
 * run.depart(1);
 * console.log(run.u, run.sums); // Float64Array(2) [ 1.5, 0 ] Float64Array(3) [ 0, 0, 1.5 ]
 * run.arrive(1, 0, 1);
 * console.log(run.w, run.gradient); // Float64Array(2) [ 3, 0 ] Float64Array(2) [ 0, 0 ]
 * ```
 * Source: Dinh & Xin, Algorithm 1.
 */
export function planarPass(options: PlanarPassOptions): PlanarPass {
  const { operator, beta, wStar, centre, engine = "auto" } = options;
  const n = wStar.length;
  if (centre.length !== n)
    throw new RangeError(`planarPass: centre must have length ${n}, received ${centre.length}`);
  checkThreshold(operator);
  const room = roomOf(n);
  // what is copied is written once, to the first block, from which further ones have it
  const first = takeBlock(8 * (ARRAYS + 6 * room), engine);
  writeConstants(first.entries, first.at / 8, operator, beta);
  first.entries.set(centre, first.at / 8 + ARRAYS + room);
  first.entries.set(wStar, first.at / 8 + ARRAYS + 2 * room);
  first.kernels.planarPrepare(first.at);
  let unused: Block | undefined = first;
  const closed: PlanarVectors[] = [];

  function take(): Block {
    const block = unused ?? takeBlock(8 * (ARRAYS + 6 * room), engine);
    if (unused === undefined) {
      const from = first.at / 8 + SUMS;
      const to = from + ARRAYS - SUMS + 3 * room;
      block.entries.set(first.entries.subarray(from, to), block.at / 8 + SUMS);
    }
    unused = undefined;
    return block;
  }

  function open(): PlanarVectors {
    const vectors = closed.pop();
    if (vectors === undefined) return vectorsIn(take(), n);
    for (const array of [vectors.w, vectors.u, vectors.gradient, vectors.sums]) array.fill(0);
    return vectors;
  }

  return { dimension: n, open, close: (vectors) => void closed.push(vectors) };
}

function vectorsIn({ buffer, at, kernels }: Block, n: number): PlanarVectors {
  const { planarDepart, planarArrive } = kernels;
  const room = roomOf(n);
  const array = (i: number) => new Float64Array(buffer, at + 8 * (ARRAYS + i * room), n);
  return {
    w: array(3),
    u: array(4),
    gradient: array(5),
    sums: new Float64Array(buffer, at, SUMS),
    depart: (eta) => planarDepart(at, n, eta),
    arrive: (scale, along, toStar) => planarArrive(at, n, scale, along, toStar),
  };
}

function thresholdOf(operator: PlanarOperator): number {
  return operator.kind === "tl1" ? operator.step.threshold : operator.threshold;
}

function checkThreshold(operator: PlanarOperator): void {
  const threshold = thresholdOf(operator);
  if (!(threshold > 0 && threshold < Number.POSITIVE_INFINITY))
    throw new RangeError(
      `planarPass: the threshold must be above 0 and finite, received ${threshold}`,
    );
}

/** The block's start, but for the sums: β, the operator and its constants. */
function writeConstants(to: Float64Array, at: number, operator: PlanarOperator, beta: number) {
  to[at + BETA] = beta;
  to[at + OPERATOR] = CODES[operator.kind];
  to[at + CUT] = thresholdOf(operator);
  if (operator.kind !== "tl1") return;
  const { threshold, limit, scale, a, V, high, low, c } = operator.step;
  to[at + SHAPE] = operator.shape;
  to[at + SHAPE + 1] = operator.shape + 1;
  to.set([threshold, limit, scale, a, V, high, low, c], at + TL1);
}
