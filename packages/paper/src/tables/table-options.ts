import { ArgumentError } from "@proxkit/core";
import {
  type PaperPenalty,
  publishedColumns,
  publishedParameters,
} from "../published/published.ts";

/** Where RVSM starts: uniform on the sphere; 0.1 radians or less from −w*; at w*. */
export type StartChoice = "uniform" | "near −w*" | "w*";

/** A table like those of the paper. What the paper leaves open is named here, and its default is ours. */
export interface TableOptions {
  readonly penalty: PaperPenalty;
  /** The columns, each at least 2. Default: 10, 20, 30, 40, 50. */
  readonly d?: readonly number[] | undefined;
  /** k. Default: 2. */
  readonly patches?: number | undefined;
  /** λ ≥ 0. Default: 1e-4. */
  readonly lambda?: number | undefined;
  /** β > 0. Default: 4e-3. */
  readonly beta?: number | undefined;
  /** Of TL1. Default: 1. */
  readonly a?: number | undefined;
  /** How many runs a column has, with seeds 1, 2, …; at least 2. A seed decides w* and w⁰. Default: 100. */
  readonly seeds?: number | undefined;
  /** Open in the paper. Default: "uniform". */
  readonly start?: StartChoice | undefined;
  /** η, open in the paper; "safe" is 1/(β + L). Default: 1. */
  readonly stepSize?: number | "safe" | undefined;
  /** Of the stop rule, open in the paper: ‖w⁺ − w‖/η relative to ‖∇f(w⁰)‖. Default: 1e-12. */
  readonly tolerance?: number | undefined;
  /** Default: 10 000. */
  readonly maxIterations?: number | undefined;
}

/** The same, filled in: plain JSON. */
export type TableSettings = {
  readonly [Name in keyof TableOptions]-?: Exclude<TableOptions[Name], undefined>;
};

/** @throws ArgumentError if d or seeds is out of range; the rest is checked by who uses it */
export function tableSettings(options: TableOptions): TableSettings {
  const given = Object.fromEntries(Object.entries(options).filter(([, x]) => x !== undefined));
  const settings: TableSettings = {
    d: publishedColumns,
    ...publishedParameters,
    seeds: 100,
    start: "uniform",
    stepSize: 1,
    tolerance: 1e-12,
    maxIterations: 10_000,
    ...(given as unknown as TableOptions & Record<string, never>),
  };
  for (const d of settings.d) checkWhole("d", d);
  checkWhole("seeds", settings.seeds);
  return settings;
}

/** Refuses what is not a whole number from 2 on: one run has no standard deviation, one entry no direction. */
function checkWhole(argument: string, received: number): void {
  if (!(Number.isSafeInteger(received) && received >= 2))
    throw new ArgumentError({
      caller: "table",
      argument,
      expected: "be a whole number, 2 or more",
      received,
    });
}

/** Whether the paper has a table with these parameters, so that its numbers are to be compared. */
export function isPublished({ penalty, patches, lambda, beta, a }: TableSettings): boolean {
  const paper = publishedParameters;
  const same = patches === paper.patches && lambda === paper.lambda && beta === paper.beta;
  return same && (penalty !== "tl1" || a === paper.a);
}
