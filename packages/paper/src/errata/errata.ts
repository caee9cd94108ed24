import { whoIsSmallest } from "./claims.ts";
import { constraintOfL1 } from "./constraint.ts";
import { angleInCorollary, killedOff, penaltyOfX } from "./corollary.ts";
import { stepOfLemma515 } from "./descent.ts";
import type { Erratum } from "./erratum.ts";
import {
  criticalPointsOfL,
  equation7,
  lemma513,
  rsvm,
  twoMeaningsOfBeta,
  twoMeaningsOfF,
} from "./notation.ts";
import { type PaperRuns, paperRuns } from "./paper-runs.ts";
import { halfPlaneInProof, signInProof } from "./proof-of-descent.ts";
import { c2AtZero, equalMagnitudes, equation15, equation16 } from "./stationarity.ts";
import { whatLeaves } from "./support.ts";
import { criticalPoints, zerosRow } from "./tables.ts";
import { boundOnC, lostSine, rootOfD, triangle } from "./theorem1.ts";
import { c1AboveOne, c1LacksEta, equation20, normNeedNotRise, theorem3 } from "./theorem2.ts";
import { halfOrHard, jumpAtCritical, l0Threshold, orderOfThresholds } from "./thresholds.ts";

export interface ErrataOptions {
  /** How many runs a column of the tables has; at least 2. Default: 100. */
  readonly seeds?: number | undefined;
}

/**
 * Where the paper contradicts itself, is misprinted, or is not borne out, with evidence that is computed
 * by this call.
 *
 * @throws ArgumentError if seeds is not a whole number from 2 on
 * @example
 * ```ts
 * import { errata } from "@proxkit/paper";
 *
 * const list = errata({ seeds: 10 });
 * const lemma = list.find(({ name }) => name === "lemma-5.2.2");
 * console.log(lemma?.kind, "-", lemma?.shouldBe); // wrong - 0 for |x| < √(2λ), x for |x| ≥ √(2λ), as section 5.3 has it
 * ```
 */
export function errata({ seeds = 100 }: ErrataOptions = {}): Erratum[] {
  return errataOf(paperRuns(seeds));
}

/** The same from runs that are there: first what changes results, then the proofs, then slips of the pen. */
export function errataOf(runs: PaperRuns): Erratum[] {
  return [
    criticalPoints(runs),
    zerosRow(runs),
    whoIsSmallest(runs),
    l0Threshold(),
    stepOfLemma515(),
    normNeedNotRise(),
    c1AboveOne(),
    lemma513(),
    halfPlaneInProof(),
    boundOnC(),
    equalMagnitudes(),
    c2AtZero(),
    whatLeaves(),
    killedOff(),
    orderOfThresholds(),
    halfOrHard(),
    jumpAtCritical(),
    signInProof(),
    equation15(),
    equation16(),
    c1LacksEta(),
    equation20(),
    rootOfD(),
    lostSine(),
    triangle(),
    constraintOfL1(),
    equation7(),
    twoMeaningsOfBeta(),
    criticalPointsOfL(),
    penaltyOfX(),
    angleInCorollary(),
    twoMeaningsOfF(),
    theorem3(),
    rsvm(),
  ];
}
