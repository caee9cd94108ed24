/** One step of Algorithm 2. */
export interface AdaptiveIhtStep {
  readonly iteration: number;
  /** Whether H_s was applied. */
  readonly thresholded: boolean;
  /** Indices that entered the support of H_s(w), ascending. */
  readonly entered: readonly number[];
  /** Indices that left it. */
  readonly left: readonly number[];
  /** f(wᵗ) and f(wᵗ⁺¹). */
  readonly lossBefore: number;
  readonly loss: number;
  /** θ(wᵗ, w*) and θ(wᵗ⁺¹, w*) in radians; null where w* is not known. */
  readonly angleBefore: number | null;
  readonly angle: number | null;
  /** ‖wᵗ‖₂ and ‖wᵗ⁺¹‖₂. */
  readonly normBefore: number;
  readonly norm: number;
  readonly stepSize: number;
}

/** A change of the support. */
export interface SupportChange {
  readonly iteration: number;
  readonly entered: readonly number[];
  readonly left: readonly number[];
}

/** The step, among those that did not apply H_s, that was worst for a claim of Lemma 5.4.1. */
export interface WorstStep {
  /** By how much the claim was missed: not positive where it holds. */
  readonly excess: number;
  readonly iteration: number;
  /** θ(wᵗ, w*) and ‖wᵗ‖ before that step. */
  readonly angle: number | null;
  readonly norm: number;
  readonly stepSize: number;
}

/** Where Algorithm 2 began. */
export interface AdaptiveIhtStart {
  /** How many entries of w⁰ were not 0, before it was cut to s. */
  readonly size: number;
  /** The support of H_s(w⁰). */
  readonly support: readonly number[];
  /** ‖w⁰ restricted to Γ*‖₂; null where w* is not known. */
  readonly normOnSupport: number | null;
  /** θ(w⁰ restricted to Γ*, w*); null where w* is not known or the restriction is 0. */
  readonly angleOnSupport: number | null;
}

/** The steps of a run of Algorithm 2, folded. Plain JSON. */
export interface AdaptiveIhtSteps {
  readonly count: number;
  /** null where the start was not seen, as when a run is gone on with. */
  readonly start: AdaptiveIhtStart | null;
  /** How many steps applied H_s. */
  readonly thresholded: number;
  /** In order; each is a step that applied H_s. */
  readonly changes: readonly SupportChange[];
  readonly largestStepSize: number | null;
  /** θ(wᵗ⁺¹) − θ(wᵗ) at its largest; null where none is known. */
  readonly worstAngle: WorstStep | null;
  /** ‖wᵗ‖ − ‖wᵗ⁺¹‖ at its largest. */
  readonly worstNorm: WorstStep | null;
}

/** Before the first step. */
export function noIhtSteps(start: AdaptiveIhtStart | null): AdaptiveIhtSteps {
  return {
    count: 0,
    start,
    thresholded: 0,
    changes: [],
    largestStepSize: null,
    worstAngle: null,
    worstNorm: null,
  };
}

/** One step more, folded in. */
export function addIhtStep(steps: AdaptiveIhtSteps, step: AdaptiveIhtStep): AdaptiveIhtSteps {
  const { iteration, thresholded, entered, left, angleBefore, angle, normBefore, stepSize } = step;
  const known = angle !== null && angleBefore !== null;
  const worst = (before: WorstStep | null, excess: number): WorstStep | null => {
    if (before !== null && !(excess > before.excess)) return before;
    return { excess, iteration, angle: angleBefore, norm: normBefore, stepSize };
  };
  return {
    ...steps,
    count: steps.count + 1,
    thresholded: steps.thresholded + (thresholded ? 1 : 0),
    changes: thresholded ? [...steps.changes, { iteration, entered, left }] : steps.changes,
    largestStepSize: Math.max(steps.largestStepSize ?? 0, stepSize),
    worstAngle:
      thresholded || !known ? steps.worstAngle : worst(steps.worstAngle, angle - angleBefore),
    worstNorm: thresholded ? steps.worstNorm : worst(steps.worstNorm, normBefore - step.norm),
  };
}
