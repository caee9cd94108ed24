/** The arrays of a problem, by name: X row after row. */
export type Data = Readonly<Record<string, Float64Array | Float32Array>>;
/** The numbers of a problem, by name: n, m, d, k, t, … */
export type Parameters = Readonly<Record<string, number>>;

/** A problem that is ready: each run does the same work and gives its result, which may be the same array. */
export type Job = () => Float64Array;

/** Makes a job of Node's: what it allocates here is not timed. */
export type Prepare = (data: Data, parameters: Parameters) => Job;

/** The programs that run variants, each a process of its own. */
export type HostName = "node" | "python" | "c" | "r";

/** One way of doing the work. */
export interface Variant {
  /** As the tables have it: "proxkit", "numpy", "C". */
  readonly name: string;
  readonly host: HostName;
  /** Under which name the workload's file for that host has it. */
  readonly entry: string;
  /** The peers without which it cannot run, as `peers.ts` names them. Default: none. */
  readonly needs?: readonly string[];
  /** Default: 1. */
  readonly threads?: number;
  /** "plain": C takes pages as they come, which is all that WebAssembly can do. Default: it asks for large ones. */
  readonly pages?: "plain";
}

/** One problem of one size. */
export interface Case {
  /** "soft, n = 1e6" */
  readonly name: string;
  /** "soft": cases of one series are one curve. */
  readonly series: string;
  /** Along the curve. */
  readonly size: number;
  readonly parameters: Parameters;
  /** How many bytes a run has to read at least: with the bandwidth, a limit. 0 where that is none. */
  readonly bytes: number;
  /** How many iterations a run has, if an iteration is what one asks about. */
  readonly iterations?: number;
  data(): Data;
  readonly variants: readonly Variant[];
}

/** Problems of one kind, and all the ways of solving them that are compared. */
export interface Workload {
  /** "prox": its files in other languages are workloads/prox.c and so on. */
  readonly name: string;
  readonly title: string;
  /** What is computed, for whom reads the tables. */
  readonly about: string;
  /** What the axis of sizes is: "n". */
  readonly sizeLabel: string;
  /** How far checksums may be apart, relative to the size of the result. */
  readonly tolerance: number;
  /** The variant that others are divided by. Default: the fastest. */
  readonly reference?: string;
  /** The variants of host "node", by entry. */
  readonly node: Readonly<Record<string, Prepare>>;
  cases(size: "full" | "quick"): readonly Case[];
}
