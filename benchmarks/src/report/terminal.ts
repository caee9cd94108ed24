import Table from "cli-table3";
import { workloads } from "../workloads.ts";
import { bandwidthOf } from "./bandwidth.ts";
import { gridOf } from "./cells.ts";
import { remarks } from "./remarks.ts";
import { byWorkload, type Report } from "./report.ts";

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
    const { head, rows } = gridOf(results, limit);
    const table = new Table({
      head: [...head],
      chars: BARE,
      colAligns: head.map((_, j) => (j === 0 ? "left" : "right")),
      style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
    });
    table.push(...rows.map((row) => [...row]));
    const lines = table.toString().split("\n");
    parts.push(
      `${title}: time / ${reference ?? "the fastest"}`,
      ...lines.map((line) => `  ${line}`.trimEnd()),
      "",
    );
  }
  const said = remarks(report);
  return `${[...parts, ...said.map((line) => `! ${line}`), ...(said.length > 0 ? [""] : [])].join("\n")}\n`;
}
