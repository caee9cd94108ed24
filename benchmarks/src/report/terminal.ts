import Table from "cli-table3";
import { workloads } from "../workloads.ts";
import { bandwidthOf } from "./bandwidth.ts";
import { type Grid, gridOf } from "./cells.ts";
import { raceGrid } from "./races.ts";
import { remarks } from "./remarks.ts";
import { byWorkload, type Report } from "./report.ts";
import { targetGrid } from "./targets.ts";

const BARE = Object.fromEntries(
  [
    ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left"],
    ["bottom-right", "left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"],
  ]
    .flat()
    .map((part) => [part, ""]),
);

/** The tables of ratios, aligned, without colours, and what is to be known of them. */
export function terminalReport(report: Report): string {
  const parts: string[] = [];
  const limit = bandwidthOf(report.results);
  for (const [name, results] of byWorkload(report)) {
    const { title, reference } = workloads.find((workload) => workload.name === name) ?? {};
    parts.push(
      `${title}: time / ${reference ?? "the fastest"}`,
      ...lines(gridOf(results, limit)),
      "",
    );
  }
  const targets = targetGrid(report);
  if (targets.rows.length > 0) parts.push("Targets", ...lines(targets), "");
  for (const race of report.races) parts.push(`Race: ${race.title}`, ...lines(raceGrid(race)), "");
  const said = remarks(report);
  return `${[...parts, ...said.map((line) => `! ${line}`), ...(said.length > 0 ? [""] : [])].join("\n")}\n`;
}

function lines({ head, rows }: Grid): string[] {
  const table = new Table({
    head: [...head],
    chars: BARE,
    colAligns: head.map((_, j) => (j === 0 ? "left" : "right")),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd());
}
