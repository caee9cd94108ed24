import { setImmediate as nextTurn } from "node:timers/promises";
import { checkPenalty, type LawResult, LawViolation, penaltyLaws } from "@proxkit/penalty-laws";
import type { LoadedPenalty } from "../penalty/load-penalty.ts";

/** How the laws are checked. */
export interface CheckOptions {
  readonly seed: number;
  /** Cases a law. */
  readonly runs: number;
  /** The length of the vectors. Default: what the penalty takes. */
  readonly dimension?: number | undefined;
}

/**
 * Holds a penalty to each law in turn, with time between them for a bar to move.
 *
 * @param onLaw is told which law comes next, and how far along it is
 */
export async function checkLaws(
  { penalty, plugin }: LoadedPenalty,
  { seed, runs, dimension }: CheckOptions,
  onLaw: (name: string, done: number, of: number) => void,
): Promise<LawResult[]> {
  const options = { seed, numRuns: runs, dimension, plugin };
  const checks = new Map(penaltyLaws(penalty, options).map(({ name, check }) => [name, check]));
  // a single case each, for their order and for those that do not apply
  const outline = checkPenalty(penalty, { ...options, numRuns: 1 });
  const results: LawResult[] = [];
  for (const result of outline) {
    const check = checks.get(result.name);
    onLaw(result.name, results.length, outline.length);
    await nextTurn();
    results.push(check ? checked(result.name, check) : result);
  }
  return results;
}

function checked(name: string, check: () => void): LawResult {
  try {
    check();
    return { name, outcome: "holds" };
  } catch (error) {
    if (!(error instanceof LawViolation)) throw error;
    return { name, outcome: "broken", violation: error };
  }
}
