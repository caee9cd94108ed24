import type { Block, Cell, Figure, SectionCheck, Verdict } from "@proxkit/paper";
import { asBold, asText } from "./as-text.ts";
import { OUTCOMES, shown } from "./cells.ts";
import { anchor } from "./slug.ts";
import { table } from "./table.ts";

/** A block as Markdown. */
export function blockToMarkdown(block: Block, pictureOf: (figure: Figure) => string): string {
  if (block.kind === "text") return block.text.trim();
  if (block.kind === "figure") return pictureOf(block.figure);
  const content =
    block.kind === "table"
      ? tableOf(block.head, block.rows)
      : block.kind === "checks"
        ? checksTable(block.checks)
        : verdictsTable(block.verdicts);
  return `${asBold(block.caption)}\n\n${content}`;
}

/** Columns of numbers stand flush right. */
function tableOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const right = head.map((_, j) => {
    const cells = rows.map((row) => row[j] ?? null).filter((cell) => cell !== null);
    return cells.length > 0 && cells.every((cell) => typeof cell === "number");
  });
  return table(
    head.map(asText),
    rows.map((row) => row.map(shown)),
    right,
  );
}

export function checksTable(checks: readonly SectionCheck[]): string {
  return table(
    ["verdict", "check", "claim", "left", "", "right", "slack", "found"],
    checks.map(({ verdict, name, claim, left, relation, right, slack, words }) => [
      OUTCOMES[verdict],
      asText(name),
      asText(claim),
      shown(left),
      asText(relation),
      shown(right),
      shown(slack),
      asText(words),
    ]),
    [false, false, false, true, false, true, true, false],
  );
}

export function verdictsTable(verdicts: readonly Verdict[]): string {
  return table(
    ["verdict", "about", "published", "ours", "why", "rule"],
    verdicts.map(({ outcome, about, published, ours, words, rule }) => [
      OUTCOMES[outcome],
      asText(about),
      shown(published),
      shown(ours),
      asText(words),
      `[${asText(rule)}](#${anchor(ruleTitle(rule))})`,
    ]),
    [false, false, true, true, false, false],
  );
}

/** The heading under which a rule is stated. */
export function ruleTitle(rule: string): string {
  return `Rule: ${rule}`;
}
