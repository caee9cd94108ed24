import type { Report } from "./report.ts";
import { rulesOf, tallyOf } from "./summary.ts";

/** A report with all digits. Its fields are described in the README. */
export function toJson(report: Report): string {
  const { proxkit, paper, command, seeds, sections } = report;
  const content = {
    format: "proxkit-report",
    version: 1,
    proxkit,
    paper,
    command,
    settings: { seeds },
    summary: tallyOf(sections),
    sections,
    rules: Object.fromEntries(rulesOf(report)),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}
