import type { Jump } from "./jump.ts";

/** A penalty of one variable, sampled. */
export interface PenaltySamples {
  /** Where the functions are sampled: finite and ascending, length n ≥ 2. */
  readonly v: ArrayLike<number>;
  /** prox(v, t), length n. */
  readonly prox: ArrayLike<number>;
  /** P(v), length n; Infinity outside its domain. */
  readonly value: ArrayLike<number>;
  /** min_u P(u) + (u − v)²/(2t), length n. */
  readonly envelope: ArrayLike<number>;
  /** The largest |v| that the prox sends to 0. Default: not known, not marked. */
  readonly threshold?: number | undefined;
  /** Where the functions jump: curves go straight from sample to sample, but for these. Default: nowhere. */
  readonly jumps?:
    | {
        readonly prox?: readonly Jump[] | undefined;
        readonly value?: readonly Jump[] | undefined;
        readonly envelope?: readonly Jump[] | undefined;
      }
    | undefined;
}
