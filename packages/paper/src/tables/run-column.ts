import { angle, norm, populationLoss } from "@proxkit/core";
import { rvsm, solve } from "@proxkit/solvers";
import { eachSeed, type Seeds } from "../figures/seeds.ts";
import { finite } from "../figures/statistics.ts";
import { paperPenalty } from "../penalties.ts";
import type { Quantity } from "../published/quantity.ts";
import { pullOfTruth } from "../theory/critical-angle.ts";
import { problemWith } from "./start.ts";
import type { TableSettings } from "./table-options.ts";

/** One limit (w̄, ū): the six quantities, null where ū = 0 has no direction. Plain JSON. */
export interface LimitRun extends Readonly<Record<Quantity, number | null>> {
  readonly iterations: number;
  readonly converged: boolean;
  /** How far apart the sides of eq. (17) are. */
  readonly gap17: number;
}

/** RVSM once for each seed, in dimension d. */
export function runColumn(settings: TableSettings, d: number, seeds: Seeds): LimitRun[] {
  return eachSeed(seeds, (seed) => runOnce(settings, d, seed));
}

function runOnce(settings: TableSettings, d: number, seed: number): LimitRun {
  const { patches, lambda, beta, stepSize, tolerance, maxIterations } = settings;
  const penalty = paperPenalty(settings.penalty, settings.a);
  const { wStar, start } = problemWith(settings.start, d, seed);
  const loss = populationLoss({ wStar, patches });
  const solver = rvsm({ loss, penalty, lambda, beta, stepSize });
  const ended = solve(solver, start, { tolerance, maxIterations });
  const { w, solution: u } = ended;
  const length = norm(u);
  const theta = angle(w, wStar);
  const pull = length > 0 ? beta * length * Math.sin(angle(u, w)) : 0;
  return {
    angleW: theta,
    lossW: loss.value(w),
    angleU: finite(angle(u, wStar)),
    lossU: loss.value(u),
    lossUnitU: finite(loss.value(u.map((x) => x / length))),
    zerosU: d - ended.supportSize,
    iterations: ended.iteration,
    converged: ended.outcome === "converged",
    gap17: Math.abs(pullOfTruth(theta, patches) - pull),
  };
}
