import type { PeerName } from "../hosts/peers.ts";
import type { Machine } from "../machine.ts";
import type { CaseResult } from "../measure/result.ts";
import type { RaceResult } from "../races/race.ts";

/** All that was measured; benchmarks.json is this. */
export interface Report {
  readonly format: "proxkit-benchmarks";
  readonly version: 1;
  /** "2026-11-25" */
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  readonly peers: {
    readonly versions: Readonly<Partial<Record<PeerName, string>>>;
    readonly missing: readonly PeerName[];
    readonly blas: string | null;
  };
  readonly rounds: number;
  /** What a sample lasts at least, ms. */
  readonly minimum: number;
  readonly results: readonly CaseResult[];
  /** Objective against time. */
  readonly races: readonly RaceResult[];
}

/** The results of each workload, in the order of the run. */
export function byWorkload({ results }: Report): Map<string, CaseResult[]> {
  const groups = new Map<string, CaseResult[]>();
  for (const result of results)
    groups.set(result.workload, [...(groups.get(result.workload) ?? []), result]);
  return groups;
}
