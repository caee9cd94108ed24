import { type CaseResult, type Statistic, timeOf } from "./measure/result.ts";
import { bandwidthOf } from "./report/bandwidth.ts";

// What proxkit is to reach, as numbers that a report gives.

/** A number of ours that is to stay within a bound. */
export interface Target {
  readonly what: string;
  /** What the number is. */
  readonly unit: "× C" | "× one read of X" | "ns" | "times as fast as numpy" | "× the fastest peer";
  readonly bound: { readonly most: number } | { readonly least: number };
  /** Undefined where something that it takes was not measured, or is worth nothing. */
  measured(results: readonly CaseResult[], of: Statistic): number | undefined;
}

/** A variant's time over another's, in one case. */
const ratio =
  (workload: string, name: string, variant: string, other: string): Target["measured"] =>
  (results, of) => {
    const found = caseOf(results, workload, name);
    const [mine, theirs] = [variant, other].map((name) => found && timeOf(found, name, of));
    return mine !== undefined && theirs !== undefined ? mine / theirs : undefined;
  };

const beside =
  (workload: string, variant: string, most: number) =>
  (name: string): Target => ({
    what: `${name}, ${variant}`,
    unit: "× C",
    bound: { most },
    measured: ratio(workload, name, variant, "C"),
  });

const fasterThanNumpy = (
  [workload, name, suffix]: readonly [string, string, string],
  least: number,
): Target => ({
  what: `${name}, proxkit${suffix}`,
  unit: "times as fast as numpy",
  bound: { least },
  measured: ratio(workload, name, `numpy${suffix}`, `proxkit${suffix}`),
});

const nearOneRead = (name: string): Target => ({
  what: `${name}, proxkit, 2 threads`,
  unit: "× one read of X",
  bound: { most: 1.1 },
  measured(results, of) {
    const found = caseOf(results, "network-gradient", name);
    const time = found && timeOf(found, "proxkit, 2 threads", of);
    const speed = bandwidthOf(results, of);
    if (!found || time === undefined || speed === undefined) return undefined;
    return time / ((found.bytes / speed) * 1e9);
  },
});

const perIteration = (name: string): Target => ({
  what: `${name}, proxkit, each`,
  unit: "ns",
  bound: { most: 400 },
  measured(results, of) {
    const found = caseOf(results, "tables", name);
    const time = found && timeOf(found, "proxkit", of);
    return found?.iterations && time !== undefined ? time / found.iterations : undefined;
  },
});

/** Proximal gradient is ours, too. */
const OURS = ["proxkit", "proximal gradient"];

const aheadOfPeers = ({ workload, name }: CaseResult): Target => ({
  what: workload === "lasso" ? `lasso, ${name}` : name,
  unit: "× the fastest peer",
  bound: { most: 1 },
  measured(results, of) {
    const found = caseOf(results, workload, name);
    const mine = found && timeOf(found, "proxkit", of);
    const peers = found?.variants.filter(({ name }) => !OURS.includes(name)) ?? [];
    const times = peers.flatMap(({ name }) => (found && timeOf(found, name, of)) ?? []);
    return mine !== undefined && times.length > 0 ? mine / Math.min(...times) : undefined;
  },
});

const SIZES = ["n = 1e6", "n = 1e7"];
const GRADIENTS = ["f64, 1e5 × 784", "f32, 1e5 × 784"];
const RUNS = "15 runs of 100 iterations";

const fixed: readonly Target[] = [
  ...GRADIENTS.map(beside("network-gradient", "proxkit", 1.15)),
  ...["", ", 2 threads"].flatMap((suffix) =>
    GRADIENTS.map((name) => fasterThanNumpy(["network-gradient", name, suffix], 2.3)),
  ),
  ...GRADIENTS.map(nearOneRead),
  beside("tables", "proxkit", 2.2)(RUNS),
  fasterThanNumpy(["tables", RUNS, ""], 100),
  ...["l0", "TL1", "l1"].map((penalty) => perIteration(`${penalty}, d = 50, 1000 iterations`)),
  ...["soft", "hard"].flatMap((operator) =>
    SIZES.map((size) => beside("prox", "proxkit kernels", 1.2)(`${operator}, ${size}`)),
  ),
  ...SIZES.map((size) => beside("prox", "proxkit kernels", 3.2)(`TL1, a = 1, ${size}`)),
  ...SIZES.map((size) => beside("prox", "proxkit kernels", 1.25)(`H_s, s = n/100, ${size}`)),
  ...["soft", "hard", "TL1, a = 1", "H_s, s = n/100"].flatMap((operator) =>
    SIZES.map((size) => beside("prox", "proxkit", 8)(`${operator}, ${size}`)),
  ),
];

/** A target beside what was measured. */
export interface Measured {
  readonly target: Target;
  /** By the medians, which count. */
  readonly median: number;
  /** By the least times. */
  readonly least: number;
}

/** Those that some results tell something of. */
export function targetsOf(results: readonly CaseResult[]): Measured[] {
  const races = results.filter(({ workload }) => workload === "lasso" || workload === "paths");
  return [...fixed, ...races.map(aheadOfPeers)].flatMap((target) => {
    const [median, least] = (["median", "minimum"] as const).map((of) =>
      target.measured(results, of),
    );
    return median === undefined || least === undefined ? [] : [{ target, median, least }];
  });
}

export function isReached({ bound }: Target, measured: number): boolean {
  return "most" in bound ? measured <= bound.most : measured >= bound.least;
}

function caseOf(results: readonly CaseResult[], workload: string, name: string) {
  return results.find((result) => result.workload === workload && result.name === name);
}
