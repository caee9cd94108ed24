import { type Chart, type ChartCurve, chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import type { CaseResult } from "../measure/result.ts";
import { workloads } from "../workloads.ts";
import { bandwidthOf } from "./bandwidth.ts";
import { raceChart } from "./races.ts";
import { byWorkload, type Report } from "./report.ts";

/** A picture, and what it is called. */
export interface NamedPicture {
  /** The workload's. */
  readonly name: string;
  readonly alt: string;
  readonly svg: string;
}

/** Time against size, on log axes, of each workload that has several sizes; of the races, what is left against time. */
export function pictures(report: Report): NamedPicture[] {
  const bytesPerSecond = bandwidthOf(report.results);
  const races = raceChart(report.races);
  const charts = [...byWorkload(report)].flatMap(([name, results]) => {
    const chart = chartOf(name, results, bytesPerSecond);
    if (chart === undefined) return [];
    return [chart];
  });
  return [...charts, ...(races ? [races] : [])].map((chart) => ({
    name: chart.name,
    alt: chart.title,
    svg: renderSvg(chartPicture(chart)),
  }));
}

/** The chart of a workload; none where nothing has two sizes. */
export function chartOf(
  name: string,
  results: readonly CaseResult[],
  bytesPerSecond: number | undefined,
): Chart | undefined {
  const workload = workloads.find((workload) => workload.name === name);
  const series = [...new Set(results.map((result) => result.series))]
    .map((series) => ({ series, of: results.filter((result) => result.series === series) }))
    .filter(({ of }) => of.length > 1);
  if (!workload || series.length === 0) return undefined;
  const limit =
    bytesPerSecond === undefined
      ? "C's plain read was not measured, so no limit is drawn."
      : `Memory limit: the bytes that must be read, at the ${(bytesPerSecond / 1e9).toFixed(1)} GB/s of C's plain read of the largest array.`;
  return {
    name,
    title: workload.title,
    caption: `Medians, one run of each, one thread. ${limit} Below it data comes from a cache.`,
    panels: series.map(({ series, of }) => ({
      title: series,
      x: { label: workload.sizeLabel, scale: "log" },
      y: { label: "time, ms", scale: "log" },
      curves: [...curvesOf(of), ...limitOf(of, bytesPerSecond)],
    })),
  };
}

function curvesOf(results: readonly CaseResult[]): ChartCurve[] {
  const single = results.flatMap(({ variants }) => variants.filter(({ threads }) => threads === 1));
  const names = [...new Set(single.map(({ name }) => name))];
  return names.map((label) => {
    const times = results.map(({ variants }) => {
      const variant = variants.find(({ name }) => name === label);
      return variant?.median && !variant.failure ? variant.median / 1e6 : null;
    });
    return { label, mark: "both", x: results.map(({ size }) => size), y: times };
  });
}

function limitOf(results: readonly CaseResult[], bytesPerSecond: number | undefined): ChartCurve[] {
  if (bytesPerSecond === undefined) return [];
  return [
    {
      label: "memory limit",
      x: results.map(({ size }) => size),
      y: results.map(({ bytes }) => (bytes / bytesPerSecond) * 1e3),
    },
  ];
}
