import type { LawOptions } from "./law-options.ts";

/** Refuses a seed, a number of runs or a dimension that makes no sense. */
export function checkOptions({ seed, numRuns, dimension }: LawOptions): void {
  const refuse = (option: string, expected: string, received: unknown): never => {
    throw new RangeError(`penaltyLaws: ${option} must be ${expected}, received ${received}`);
  };
  if (seed !== undefined && !Number.isSafeInteger(seed)) refuse("seed", "a whole number", seed);
  if (numRuns !== undefined && !(Number.isSafeInteger(numRuns) && numRuns >= 1))
    refuse("numRuns", "a whole number, at least 1", numRuns);
  if (dimension !== undefined && !(Number.isSafeInteger(dimension) && dimension >= 1))
    refuse("dimension", "a whole number, at least 1", dimension);
}
