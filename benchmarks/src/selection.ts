import type { Race } from "./races/race.ts";
import { races } from "./races/races.ts";
import type { Case, Workload } from "./workload.ts";
import { bandwidth } from "./workloads/bandwidth.ts";
import { workloads } from "./workloads.ts";

/**
 * The workloads and those of their cases that are asked for, and the read of the largest array: pictures
 * need it. Nothing where nothing matches.
 */
export function selection(
  size: "full" | "quick",
  only?: RegExp,
): { readonly workload: Workload; readonly cases: readonly Case[] }[] {
  const asked = workloads.map((workload) => ({
    workload,
    cases: workload
      .cases(size)
      .filter(({ name }) => only?.test(`${workload.name} ${name}`) ?? true),
  }));
  if (asked.every(({ cases }) => cases.length === 0)) return [];
  return asked
    .map((one) =>
      one.workload === bandwidth && one.cases.length === 0
        ? { ...one, cases: bandwidth.cases(size).slice(-1) }
        : one,
    )
    .filter(({ cases }) => cases.length > 0);
}

/** The races that are asked for. */
export function raceSelection(size: "full" | "quick", only?: RegExp): readonly Race[] {
  return races(size).filter(({ name }) => only?.test(`race ${name}`) ?? true);
}
