import type { Check, CheckPart } from "@proxkit/solvers";
import { outOf } from "../figures/words.ts";

/** One check over many runs. Plain JSON. */
export interface Tally {
  readonly name: string;
  readonly claim: string;
  readonly part: CheckPart;
  readonly holds: number;
  readonly fails: number;
  readonly notApplicable: number;
  /** The least slack of all runs it applies to, null if to none. */
  readonly slack: number | null;
}

/** Adds up checks of many runs by name, in the order in which they first come. */
export function tallyOf(runs: readonly (readonly Check[])[]): Tally[] {
  return merged(
    runs.map((checks) =>
      checks.map(({ name, claim, part, verdict, slack }) => ({
        name,
        claim,
        part,
        holds: verdict === "holds" ? 1 : 0,
        fails: verdict === "fails" ? 1 : 0,
        notApplicable: verdict === "notApplicable" ? 1 : 0,
        slack: verdict === "notApplicable" ? null : slack,
      })),
    ),
  );
}

export function merged(tallies: readonly (readonly Tally[])[]): Tally[] {
  const byName = new Map<string, Tally>();
  for (const tally of tallies.flat()) {
    const before = byName.get(tally.name);
    byName.set(tally.name, before ? sum(before, tally) : tally);
  }
  return [...byName.values()];
}

function sum(a: Tally, b: Tally): Tally {
  const slacks = [a.slack, b.slack].filter((x) => x !== null);
  return {
    ...a,
    holds: a.holds + b.holds,
    fails: a.fails + b.fails,
    notApplicable: a.notApplicable + b.notApplicable,
    slack: slacks.length > 0 ? Math.min(...slacks) : null,
  };
}

/** "98 of 100", of the runs that the check speaks of; "—" if of none. */
export function held({ holds, fails }: Tally): string {
  return holds + fails === 0 ? "—" : outOf(holds, holds + fails);
}
