import type { EngineName } from "../engine.ts";
import { takeBlock } from "../memory/arena.ts";
import type { TL1Step } from "../prox/tl1-threshold.ts";
import { ARRAYS, BETA, CODES, roomOf, SUMS } from "./block.ts";

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
  const { operator, beta, engine = "auto" } = options;
  const wStar = new Float64Array(options.wStar);
  const centre = new Float64Array(options.centre);
  const n = wStar.length;
  if (centre.length !== n)
    throw new RangeError(`planarPass: centre must have length ${n}, received ${centre.length}`);
  const constants = constantsOf(operator, beta);
  const room = roomOf(n);
  const closed: PlanarVectors[] = [];

  function take(): PlanarVectors {
    const { buffer, at, kernels } = takeBlock(8 * (ARRAYS + 6 * room), engine);
    const array = (i: number) => new Float64Array(buffer, at + 8 * (ARRAYS + i * room), n);
    new Float64Array(buffer, at, ARRAYS).set(constants);
    array(1).set(centre);
    array(2).set(wStar);
    kernels.planarPrepare(at);
    const { planarDepart, planarArrive } = kernels;
    return {
      w: array(3),
      u: array(4),
      gradient: array(5),
      sums: new Float64Array(buffer, at, SUMS),
      depart: (eta) => planarDepart(at, n, eta),
      arrive: (scale, along, toStar) => planarArrive(at, n, scale, along, toStar),
    };
  }

  function open(): PlanarVectors {
    const vectors = closed.pop();
    if (vectors === undefined) return take();
    for (const array of [vectors.w, vectors.u, vectors.gradient, vectors.sums]) array.fill(0);
    return vectors;
  }

  return { dimension: n, open, close: (vectors) => void closed.push(vectors) };
}

/** The block's start: sums, β, the operator and its constants. */
function constantsOf(operator: PlanarOperator, beta: number): Float64Array {
  const constants = new Float64Array(ARRAYS);
  const threshold = operator.kind === "tl1" ? operator.step.threshold : operator.threshold;
  if (!(threshold > 0 && threshold < Number.POSITIVE_INFINITY))
    throw new RangeError(
      `planarPass: the threshold must be above 0 and finite, received ${threshold}`,
    );
  constants.set([beta, CODES[operator.kind], threshold], BETA);
  if (operator.kind === "tl1") {
    const { limit, scale, a, V, high, low, c } = operator.step;
    const { shape } = operator;
    constants.set([shape, shape + 1, threshold, limit, scale, a, V, high, low, c], BETA + 3);
  }
  return constants;
}
