import type { Penalty, ScalarPenalty, SeparablePenalty } from "@proxkit/penalty";
import { checkOptions } from "../check-options.ts";
import type { Conjugate, LawOptions } from "../law-options.ts";
import { assertPenalty } from "./assert-penalty.ts";
import { guarded } from "./guarded.ts";
import { landmarksOf } from "./landmarks.ts";
import { type Lengths, lengthsOf } from "./lengths.ts";
import { probe } from "./probe.ts";
import { type Remade, remade } from "./remade.ts";

/** A penalty under examination: its methods, kept from doing harm, and what the laws must know of it. */
export interface Subject {
  /** The penalty itself, for the laws on how its methods treat their arguments. */
  readonly penalty: Penalty;
  /** P(w); w is copied first, and what comes back is a number. */
  value(w: Float64Array): number;
  /** prox(v, t); v is copied first, and what comes back is a copy of the right length. */
  prox(v: Float64Array, t: number): Float64Array;
  /** The scalar functions, where it has them. */
  readonly scalar: ScalarPenalty | undefined;
  /** The lengths it takes. */
  readonly lengths: Lengths;
  /** P(−w) = P(w). */
  readonly even: boolean;
  /** P never rises on the way from a point to 0. */
  readonly starShaped: boolean;
  /** P(0) is finite. */
  readonly hasZero: boolean;
  /** P(1, …, 1), or 0 where that is infinite: the size of its values. */
  readonly unit: number;
  /** Sizes at which it may change its formula: the numbers among its parameters. */
  readonly landmarks: readonly number[];
  readonly conjugate: Conjugate | undefined;
  /** The value of P* as the penalty states it. */
  readonly ownConjugate: Required<Conjugate>["value"] | undefined;
  /** It and others of its kind, each made again by the plug-in, where that is known. */
  readonly remade: readonly Remade[] | undefined;
}

/**
 * Finds out what the laws must know of a penalty.
 *
 * @throws TypeError if it is not a penalty at all
 * @throws RangeError if an option makes no sense
 */
export function subjectOf(penalty: Penalty, options: LawOptions): Subject {
  assertPenalty(penalty);
  checkOptions(options);
  const methods = guarded(penalty);
  const { scalar } = penalty as Partial<SeparablePenalty>;
  const lengths = lengthsOf(methods, options.dimension);
  const landmarks = landmarksOf(penalty.parameters);
  const found = probe(methods, lengths, landmarks);
  return Object.freeze({
    penalty,
    ...methods,
    scalar,
    lengths,
    landmarks,
    ...found,
    even: options.even ?? found.even,
    conjugate: options.conjugate,
    ownConjugate: ownConjugate(scalar),
    remade: options.plugin && remade(penalty, options.plugin),
  });
}

/** What a separable penalty says of its own: P*(s) = Σᵢ p*(sᵢ). */
function ownConjugate(scalar: ScalarPenalty | undefined): Subject["ownConjugate"] {
  const own = scalar?.conjugate;
  return own && ((s) => s.reduce((sum, si) => sum + own.value(si), 0));
}
