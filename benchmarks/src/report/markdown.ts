import { markdownTable } from "markdown-table";
import type { CaseResult } from "../measure/result.ts";
import type { RaceResult } from "../races/race.ts";
import { workloads } from "../workloads.ts";
import { bandwidthOf } from "./bandwidth.ts";
import { gridOf } from "./cells.ts";
import type { NamedPicture } from "./pictures.ts";
import { RACES, raceGrid } from "./races.ts";
import { remarks } from "./remarks.ts";
import { byWorkload, type Report } from "./report.ts";
import { targetGrid } from "./targets.ts";

/** A report as a page. */
export function toMarkdown(report: Report, pictures: readonly NamedPicture[]): string {
  const said = remarks(report);
  const limit = bandwidthOf(report.results);
  const parts = [
    "# Benchmarks",
    introduction(report),
    ...(said.length > 0 ? [said.map((line) => `- ${line}`).join("\n")] : []),
    "## Versions",
    versions(report),
    ...targets(report),
  ];
  for (const [name, results] of byWorkload(report))
    parts.push(...section(name, results, limit, pictures));
  if (report.races.length > 0) parts.push(...raceSection(report.races, pictures));
  return `${parts.join("\n\n")}\n`;
}

function introduction({ command, date, machine, rounds, minimum }: Report): string {
  const { processor, cores, memoryGiB, system, node } = machine;
  return [
    `Made by \`${command}\` on ${date}: ${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}.`,
    "Only ratios mean anything: another machine has other times.",
    `Each number is a median over ${rounds} rounds in random order, each sample at least ${minimum} ms, one worker busy at a`,
    "time, divided by the reference's median of the same rounds. Checksums of all variants agree, or it says so.",
    "C is compiled here with `-O3 -march=native`, without errno and traps, one thread. How it is measured: `benchmarks/README.md`.",
  ].join("\n");
}

function versions({ peers }: Report): string {
  const rows = Object.entries(peers.versions).map(([name, version]) => [name, version ?? ""]);
  rows.push(...peers.missing.map((name) => [name, "**missing**"]));
  if (peers.blas) rows.push(["BLAS of numpy", peers.blas]);
  return markdownTable([["peer", "version"], ...rows]);
}

function targets(report: Report): string[] {
  const { head, rows } = targetGrid(report);
  if (rows.length === 0) return [];
  return [
    "## Targets",
    "What is to hold, out of the numbers below: by the medians, which count, and by each variant's least time, which a neighbour on the machine disturbed least.",
    markdownTable([head, ...rows].map(escaped), { align: ["l", "r", "r", "r", "l", "l"] }),
  ];
}

function section(
  name: string,
  results: readonly CaseResult[],
  limit: number | undefined,
  pictures: readonly NamedPicture[],
) {
  const workload = workloads.find((workload) => workload.name === name);
  const { head, rows } = gridOf(results, limit);
  const align = head.map((_, j) => (j === 0 ? "l" : "r"));
  const picture = pictures.find((picture) => picture.name === name);
  return [
    `## ${workload?.title}`,
    workload?.about ?? "",
    `Time / ${workload?.reference ?? "the fastest"}; less is faster.`,
    markdownTable([head, ...rows].map(escaped), { align }),
    ...(picture ? [`![${picture.alt}](benchmarks/${name}.svg)`] : []),
  ];
}

function raceSection(races: readonly RaceResult[], pictures: readonly NamedPicture[]): string[] {
  const picture = pictures.find(({ name }) => name === RACES.name);
  return [
    `## ${RACES.title}`,
    RACES.about,
    ...races.map((race) => {
      const { head, rows } = raceGrid(race);
      const align = head.map((_, j) => (j === 0 ? "l" : "r"));
      return `### ${race.title}\n\n${markdownTable([head, ...rows], { align })}`;
    }),
    ...(picture ? [`![${picture.alt}](benchmarks/${picture.name}.svg)`] : []),
  ];
}

function escaped(row: readonly string[]): string[] {
  return row.map((cell) => cell.replace(/[|*_]/g, "\\$&"));
}
