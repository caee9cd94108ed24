import type { LinearLoss } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import type { Solver } from "@proxkit/solvers";

/** What every method of a race is given. */
export interface Course {
  readonly loss: LinearLoss;
  readonly penalty: Penalty;
  readonly lambda: number;
}

/** Makes a solver; the time that takes counts. */
export type Entrant = (course: Course) => Solver;

/** One objective f + λP, and the methods that go down it from w = 0. */
export interface Race {
  /** "tall" */
  readonly name: string;
  /** "l1, 20000 × 50, by rows" */
  readonly title: string;
  readonly penalty: Penalty;
  /** λ, relative to max |∂ᵢf(0)|. */
  readonly ratio: number;
  /** Makes the loss anew: what an earlier run knew of it is not there. */
  loss(): () => LinearLoss;
  readonly entrants: Readonly<Record<string, Entrant>>;
  /** How long a method may run, s. */
  readonly seconds: number;
}

/** The objective at the method's sparse solution after some of its steps. */
export interface Trace {
  readonly method: string;
  /** Steps taken. */
  readonly iterations: readonly number[];
  /** Since the solver was asked for, without the time in which objectives were computed. */
  readonly seconds: readonly number[];
  readonly objectives: readonly number[];
}

/** A race that was run. */
export interface RaceResult {
  readonly name: string;
  readonly title: string;
  readonly traces: readonly Trace[];
  /** Who failed, and with what words. */
  readonly failures: readonly { readonly method: string; readonly says: string }[];
}
