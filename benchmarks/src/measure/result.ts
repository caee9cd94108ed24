import type { HostName, Parameters } from "../workload.ts";

/** Why a variant's times are worth nothing. */
export interface Failure {
  /** failed: it ended or threw; mismatch: it computes something else. */
  readonly kind: "failed" | "mismatch";
  readonly says: string;
}

/** The times of one variant, in nanoseconds a run. Plain JSON. */
export interface VariantResult {
  readonly name: string;
  readonly host: HostName;
  readonly threads: number;
  readonly median: number | null;
  readonly minimum: number | null;
  /** The largest load average at which a round that counts was run. */
  readonly load: number | null;
  /** How many of the rounds were run at a load that is too high. */
  readonly busy: number;
  readonly samples: readonly number[];
  readonly failure?: Failure;
}

/** One case, all variants. Plain JSON. */
export interface CaseResult {
  readonly workload: string;
  readonly name: string;
  readonly series: string;
  readonly size: number;
  readonly parameters: Parameters;
  readonly bytes: number;
  readonly iterations?: number;
  /** The variant that others are divided by; null if it did not run. */
  readonly reference: string | null;
  readonly variants: readonly VariantResult[];
  /** The variants that could not run, and the peers they lack. */
  readonly missing: readonly { readonly name: string; readonly lacks: readonly string[] }[];
  /** How many rounds were thrown away because of the load. */
  readonly discarded: number;
}

/** What of several times counts: the least is the one that a neighbour on the machine disturbed least. */
export type Statistic = "median" | "minimum";

/** A variant's time; undefined if it has none that is sound. */
export function timeOf(
  { variants }: CaseResult,
  name: string | null,
  of: Statistic = "median",
): number | undefined {
  const found = variants.find((variant) => variant.name === name);
  return found && !found.failure ? (found[of] ?? undefined) : undefined;
}

/** A variant's median over the reference's; undefined if one of them has none that is sound. */
export function ratioOf(result: CaseResult, name: string): number | undefined {
  const [mine, theirs] = [timeOf(result, name), timeOf(result, result.reference)];
  return mine !== undefined && theirs !== undefined ? mine / theirs : undefined;
}
