import { ArgumentError } from "@proxkit/core";
import type { FitPathOptions } from "@proxkit/regression";
import { UsageError } from "../usage-error.ts";
import type { CourseOptions } from "./options.ts";

/** The λ between the first, which makes all weights 0, and the one that is asked for: each starts from the one before. */
const ON_THE_WAY = 20;

/** How far below the least λ that makes all weights 0 a fit goes. */
export const DEFAULT_RATIO = 0.1;

/** The grid of λ of a path. */
export function gridOf({
  lambda,
  lambdas,
  lambdaRatio,
  tolerance,
  maxIterations,
}: CourseOptions): FitPathOptions {
  if (lambda !== undefined) throw new UsageError("--lambda fixes λ: there is none to choose");
  return { count: lambdas, ratio: lambdaRatio, tolerance, maxIterations };
}

/** One λ: the one that is given, or a share of the least that makes all weights 0. */
export function singleOf({
  lambda,
  lambdas,
  lambdaRatio,
  tolerance,
  maxIterations,
}: CourseOptions): FitPathOptions {
  if (lambdas !== undefined)
    throw new UsageError("--lambdas needs --cv or --criterion, which choose among several λ");
  if (lambda !== undefined && lambdaRatio !== undefined)
    throw new UsageError("--lambda and --lambda-ratio both say what λ is: give one of them");
  if (lambda !== undefined) return { lambdas: [lambda], tolerance, maxIterations };
  const ratio = lambdaRatio ?? DEFAULT_RATIO;
  return { count: ON_THE_WAY, ratio, tolerance, maxIterations, stop: false };
}

/**
 * Says in a user's words that a penalty leaves some weights whatever λ is, as one without a threshold does.
 *
 * @param whose what the user gave
 */
export async function naming<T>(whose: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof ArgumentError && /to 0 for some λ/.test(cause.message))) throw cause;
    throw new UsageError(
      `${whose}: a path begins where the penalty makes all weights 0, and this one does so for no λ; fit takes it with --lambda`,
      { cause },
    );
  }
}
