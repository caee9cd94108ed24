/** One step of RVSM, as far as Lemmas 5.1.4 and 5.1.5 and Theorem 1 speak of it. */
export interface RvsmStep {
  /** t + 1: counted as the solver counts, 1 after the first step. */
  readonly iteration: number;
  /** L_β(uᵗ, wᵗ). */
  readonly before: number;
  /** L_β(uᵗ⁺¹, wᵗ), after the prox. */
  readonly afterProx: number;
  /** L_β(uᵗ⁺¹, wᵗ⁺¹). */
  readonly after: number;
  /** ‖η∇f(wᵗ) + ηβ(wᵗ − uᵗ⁺¹)‖₂. */
  readonly displacement: number;
  /** η of this step. */
  readonly stepSize: number;
  /** θ(wᵗ⁺¹, w*) in radians; null where w* is not known. */
  readonly angle: number | null;
}

/** A change of L_β in one step, and how much of it may be rounding. */
export interface Rise {
  /** L_β after − before: negative where it fell. */
  readonly rise: number;
  /** How large a rise rounding explains. */
  readonly rounding: number;
  readonly iteration: number;
}

/** Steps folded into what a certificate needs. Plain JSON, so that it can be kept beside a model. */
export interface RvsmSteps {
  /** The iteration after which the watching began: 0 for a whole run. */
  readonly from: number;
  /** How many steps. */
  readonly count: number;
  /** θ(w, w*) before the first step, in radians; null where it is not known. */
  readonly startAngle: number | null;
  /** The largest angle after a step, in radians; null where none is known. */
  readonly largestAngle: number | null;
  /** The prox step that rose most above rounding (Lemma 5.1.4); null before the first step. */
  readonly largestRiseOfProx: Rise | null;
  /** The gradient step on w that rose most above rounding (Lemma 5.1.5); null before the first step. */
  readonly largestRiseOfStep: Rise | null;
  /** max ‖η∇f + ηβ(w − u)‖; null before the first step. */
  readonly largestDisplacement: number | null;
  /** max η; null before the first step. */
  readonly largestStepSize: number | null;
}

/** What {@link noSteps} starts from. */
export interface NoStepsOptions {
  /** θ(w⁰, w*) in radians. Default: not known. */
  readonly startAngle?: number | null | undefined;
  /** The iteration before the first step. Default: 0. */
  readonly from?: number | undefined;
}

/** Before the first step: what {@link addStep} goes on from. */
export function noSteps({ startAngle = null, from = 0 }: NoStepsOptions = {}): RvsmSteps {
  return {
    from,
    count: 0,
    startAngle,
    largestAngle: null,
    largestRiseOfProx: null,
    largestRiseOfStep: null,
    largestDisplacement: null,
    largestStepSize: null,
  };
}

/**
 * One step more, folded in: `trace.reduce(addStep, noSteps({ startAngle }))`.
 *
 * Rounding of a step is 2⁻⁴⁴|L_β|, 256 units in the last place of a sum, and 2⁻⁵⁰‖∇L_β‖, which rounding w moves L_β.
 */
export function addStep(steps: RvsmSteps, step: RvsmStep): RvsmSteps {
  const { before, afterProx, after, displacement, stepSize, angle, iteration } = step;
  const rounding = 2 ** -44 * Math.abs(afterProx) + (2 ** -50 * displacement) / stepSize;
  const prox = { rise: afterProx - before, rounding, iteration };
  const gradient = { rise: after - afterProx, rounding, iteration };
  return {
    ...steps,
    count: steps.count + 1,
    largestAngle: larger(steps.largestAngle, angle),
    largestRiseOfProx: worse(steps.largestRiseOfProx, prox),
    largestRiseOfStep: worse(steps.largestRiseOfStep, gradient),
    largestDisplacement: larger(steps.largestDisplacement, displacement),
    largestStepSize: larger(steps.largestStepSize, stepSize),
  };
}

/** null counts as nothing. */
function larger(a: number | null, b: number | null): number | null {
  if (b === null) return a;
  return a === null ? finite(b) : Math.max(a, finite(b));
}

function worse(a: Rise | null, { rise, rounding, iteration }: Rise): Rise {
  const b = { rise: finite(rise), rounding: Number.isFinite(rounding) ? rounding : 0, iteration };
  return a === null || b.rise - b.rounding > a.rise - a.rounding ? b : a;
}

/** JSON lacks NaN and infinities: a run that left the numbers counts as the worst there is. */
function finite(x: number): number {
  return Number.isFinite(x) ? x : Number.MAX_VALUE;
}
