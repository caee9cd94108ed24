import { ArgumentError, type Loss, norm } from "@proxkit/core";
import { checkPositive } from "./checks.ts";
import { distance } from "./vectors.ts";

/**
 * η: a number; "safe", 1/(β + L) from the loss's smoothness L (β = 0 where a method has none); or
 * "backtracking", which starts from a measured curvature and halves η until the objective falls enough.
 */
export type StepSize = number | "safe" | "backtracking";

/** A step size with its default filled in and checked. */
export interface ResolvedStepSize {
  readonly setting: StepSize;
  readonly backtracking: boolean;
  /** η for the first step. */
  start(w0: Float64Array, gradient: Float64Array): number;
}

/** Default: "safe" if the loss knows its smoothness, else "backtracking". */
export function resolveStepSize(
  caller: string,
  loss: Loss,
  given: StepSize | undefined,
  beta = 0,
): ResolvedStepSize {
  const setting = given ?? (loss.smoothness === undefined ? "backtracking" : "safe");
  if (setting === "backtracking") {
    const start = (w0: Float64Array, gradient: Float64Array) =>
      2 / (curvature(loss, w0, gradient) + beta);
    return { setting, backtracking: true, start };
  }
  const eta = setting === "safe" ? safe(caller, loss, beta) : setting;
  checkPositive(caller, "stepSize", eta);
  return { setting, backtracking: false, start: () => eta };
}

function safe(caller: string, { smoothness }: Loss, beta: number): number {
  if (smoothness === Number.POSITIVE_INFINITY)
    throw new ArgumentError({
      caller,
      argument: "loss",
      expected: "have a finite smoothness (scale the data down)",
      received: smoothness,
    });
  if (smoothness === undefined)
    throw new ArgumentError({
      caller,
      argument: "stepSize",
      expected: 'be a number or "backtracking", as this loss does not state its smoothness',
      received: '"safe"',
    });
  return smoothness + beta > 0 ? 1 / (smoothness + beta) : 1; // a constant loss: any step will do
}

/** ‖∇f(p) − ∇f(w⁰)‖/‖p − w⁰‖ a little way down the gradient. */
function curvature(loss: Loss, w0: Float64Array, gradient: Float64Array): number {
  const length = 1e-3 * (norm(w0) || 1);
  const size = norm(gradient);
  if (!(size > 0)) return 1;
  const probe = w0.map((w, i) => w - (length * gradient[i]) / size);
  return distance(loss.gradient(probe), gradient) / distance(probe, w0) || 1;
}

/** The smallest step that backtracking tries, relative to the first that it tried. */
export const SHORTEST: number = 2 ** -60;
/** Room for rounding when two objectives are compared. */
export function roundingOf(objective: number): number {
  return 2 ** -48 * Math.abs(objective);
}

/** How much longer the next step may be, so that one kink on the way does not slow all that follow. */
const REGROWTH = 1.25;

/**
 * η to try first after a step that was found by backtracking: longer, unless the objective fell by so
 * little that rounding may have hidden that η was too long.
 */
export function afterSearch(eta: number, before: number, objective: number): number {
  return before - objective > 16 * roundingOf(before) ? REGROWTH * eta : eta;
}
