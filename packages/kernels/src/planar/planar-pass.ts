import type { EngineName } from "../engine.ts";
import { type Block, takeBlock } from "../memory/arena.ts";
import type { TL1Step } from "../prox/tl1-threshold.ts";
import {
  ARRAYS,
  BETA,
  CENTRE,
  CODES,
  CUT,
  LOSS,
  OPERATOR,
  roomOf,
  SHAPE,
  SUMS,
  TL1_ROOM,
} from "./block.ts";

/** A prox with its step, and the penalty P that it is of. */
export type PlanarOperator =
  /** P = ‖·‖₁; the threshold is t. */
  | { readonly kind: "soft"; readonly threshold: number }
  /** P = ‖·‖₀; the threshold is √(2t). */
  | { readonly kind: "hard"; readonly threshold: number }
  /** P = Σ (a + 1)|x|/(a + |x|); `tl1Step(t, { a })` of `@proxkit/penalties-tl1` gives the step. */
  | { readonly kind: "tl1"; readonly shape: number; readonly step: TL1Step };

/** The population loss of the no-overlap network with weights w* and k patches. */
export interface PlanarLossKernel {
  readonly kind: "no-overlap";
  /** k ≥ 1. */
  readonly patches: number;
}

export interface PlanarPassOptions {
  /** w*, length d ≥ 1, not 0. Copied. */
  readonly wStar: ArrayLike<number>;
  /** β. */
  readonly beta: number;
  readonly operator: PlanarOperator;
  /** Whether w is to have unit norm: then c, from which ŵ is measured, is ‖w*‖⁻¹w*, else w*. Default: false. */
  readonly normalize?: boolean | undefined;
  /** What `step` takes a step on. */
  readonly loss?: PlanarLossKernel | undefined;
  /** See {@link MemoryOptions.engine}. Default: "auto". */
  readonly engine?: EngineName | "auto" | undefined;
}

/** The vectors of one run, and the two halves of a step on them. */
export interface PlanarVectors {
  /** Length d, all 0 at first: write the start there. They stay where they are. */
  readonly w: Float64Array;
  readonly u: Float64Array;
  readonly gradient: Float64Array;
  /** What the last half or step gave, length 4. */
  readonly sums: Float64Array;
  /** u ← prox(w), ŵ ← w − η(∇f + β(w − u)) in place of ∇f; sums: ‖ŵ − c‖², (ŵ − c)·c, P(u). */
  depart(eta: number): void;
  /** w⁺ ← scale·ŵ, and in place of ŵ ∇f ← along·w⁺ + toStar·(w⁺ − w*); sums: ‖w⁺ − w‖², ‖w⁺ − u‖². */
  arrive(scale: number, along: number, toStar: number): void;
  /**
   * Both halves, with the loss between them; sums: ‖w⁺ − w‖², ‖w⁺ − u‖², P(u), f(w⁺). Where ‖ŵ‖ is so small beside ‖c‖,
   * or so large, that the sums do not tell, and without a loss, it takes the first half and returns false.
   */
  step(eta: number): boolean;
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
 * @param options w*, β and the prox
 * @throws RangeError if the threshold is not above 0 and finite
 * @example
 * ```ts
 * import { planarPass } from "@proxkit/kernels";
 *
 * const wStar = [3, 0];
 * const operator = { kind: "soft", threshold: 0.5 } as const;
 * const run = planarPass({ wStar, beta: 0, operator }).open();
 * run.w.set([2, 0.25]);
 * run.gradient.set([-1, 0.25]); // of f(w) = ‖w − w*‖²/2
 * run.depart(1);
 * console.log(run.u, run.sums); // Float64Array(2) [ 1.5, 0 ] Float64Array(4) [ 0, 0, 1.5, 0 ]
 * run.arrive(1, 0, 1);
 * console.log(run.w, run.gradient); // Float64Array(2) [ 3, 0 ] Float64Array(2) [ 0, 0 ]
 * ```
 * Source: Dinh & Xin, Algorithm 1.
 */
export function planarPass(options: PlanarPassOptions): PlanarPass {
  const { operator, wStar, engine = "auto" } = options;
  const n = wStar.length;
  checkThreshold(operator);
  // w* and the constants are written once, to the first block, from which further ones have them
  const behind = ARRAYS + 4 * roomOf(n);
  const bytes = 8 * (behind + (operator.kind === "tl1" ? TL1_ROOM : 0));
  const first = takeBlock(bytes, engine);
  writeConstants(first.entries, first.at / 8, options);
  writeCentre(first.entries, first.at / 8, options);
  first.kernels.planarPrepare(first.at, n);
  let unused: Block | undefined = first;
  const closed: PlanarVectors[] = [];

  function take(): Block {
    const block = unused ?? takeBlock(bytes, engine);
    if (unused === undefined) {
      const from = first.entries.subarray(first.at / 8, (first.at + bytes) / 8);
      block.entries.set(from.subarray(SUMS, ARRAYS + n), block.at / 8 + SUMS);
      block.entries.set(from.subarray(behind), block.at / 8 + behind);
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
  const { planarDepart, planarArrive, planarStep } = kernels;
  const room = roomOf(n);
  const array = (i: number) => new Float64Array(buffer, at + 8 * (ARRAYS + i * room), n);
  return {
    w: array(1),
    u: array(2),
    gradient: array(3),
    sums: new Float64Array(buffer, at, SUMS),
    depart: (eta) => planarDepart(at, n, eta),
    arrive: (scale, along, toStar) => planarArrive(at, n, scale, along, toStar),
    step: (eta) => planarStep(at, n, eta) !== 0,
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

/** β, the operator and its constants. */
function writeConstants(
  to: Float64Array,
  at: number,
  { operator, beta, wStar }: PlanarPassOptions,
): void {
  to[at + BETA] = beta;
  to[at + OPERATOR] = CODES[operator.kind];
  to[at + CUT] = thresholdOf(operator);
  if (operator.kind !== "tl1") return;
  const { threshold, limit, scale, a, V, high, low, c } = operator.step;
  to[at + SHAPE] = operator.shape;
  to[at + SHAPE + 1] = operator.shape + 1;
  to.set([threshold, limit, scale, a, V, high, low, c], at + ARRAYS + 4 * roomOf(wStar.length));
}

/** w*, ‖c‖², ‖c‖ and c over w*; ‖w*‖ and what else the loss needs. */
function writeCentre(to: Float64Array, at: number, options: PlanarPassOptions): void {
  const { wStar, loss, normalize = false } = options;
  let squares = 0;
  for (let i = 0; i < wStar.length; i++) {
    to[at + ARRAYS + i] = wStar[i];
    squares += wStar[i] * wStar[i];
  }
  const size = Math.sqrt(squares);
  // without a loss ‖c‖² is ∞, beside which any ‖ŵ‖ is small
  to[at + CENTRE] = loss === undefined ? Number.POSITIVE_INFINITY : normalize ? 1 : squares;
  to[at + CENTRE + 1] = normalize ? 1 : size;
  to[at + CENTRE + 2] = normalize ? 1 / size : 1;
  if (loss === undefined) return;
  const k = loss.patches;
  to[at + LOSS] = size;
  to[at + LOSS + 1] = k;
  to[at + LOSS + 2] = (k - 1) / (2 * Math.PI) + 0.5;
  to[at + LOSS + 3] = 1 / (Math.PI * k);
  to[at + LOSS + 4] = normalize ? 1 : 0;
}
