import type { Rule, Section, SectionCheck, Verdict } from "@proxkit/paper";
import type { Report } from "./report.ts";

/** How the verdicts and checks of a section, or of all, came out. */
export interface Tally {
  readonly agrees: number;
  readonly differs: number;
  readonly holds: number;
  readonly fails: number;
  readonly notApplicable: number;
}

export function tallyOf(sections: readonly Section[]): Tally {
  const tally = { agrees: 0, differs: 0, holds: 0, fails: 0, notApplicable: 0 };
  for (const { outcome } of verdictsOf(sections)) tally[outcome]++;
  for (const { verdict } of checksOf(sections)) tally[verdict]++;
  return tally;
}

export function verdictsOf(sections: readonly Section[]): Verdict[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "verdicts" ? block.verdicts : [])),
  );
}

export function checksOf(sections: readonly Section[]): SectionCheck[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "checks" ? block.checks : [])),
  );
}

/** The rules that gave the verdicts of a report, in the order of their first verdict. */
export function rulesOf({ sections, rules }: Report): [string, Rule][] {
  const names = new Set(verdictsOf(sections).map(({ rule }) => rule));
  return [...names].map((name) => {
    const rule = rules[name];
    if (!rule) throw new Error(`report: a verdict names the rule ${name}, which there is not`);
    return [name, rule];
  });
}
