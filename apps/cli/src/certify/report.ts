import type { Check } from "@proxkit/solvers";
import { colors } from "../output/colors.ts";
import { lineUp, short } from "../output/format.ts";
import type { Certified, Count } from "./run-certify.ts";

/** The checks for a person to read: a table of numbers, then what was found, in words. */
export function formatChecks(file: string, certified: Certified, count: Count): string {
  const { run, truth, checks } = certified;
  const facts = [
    ["run", `${file}: ${run}`],
    ["truth", truth],
  ];
  const rows = checks.map(({ verdict, name, claim, left, relation, right, slack }) => [
    SIGNS[verdict](),
    name,
    claim,
    number(left),
    relation,
    number(right),
    number(slack),
  ]);
  return `${[
    lineUp(facts.map(([name, fact]) => [colors.bold(name), fact])),
    lineUp(rows, ["", "check", "claim", "left", "", "right", "slack"], [3, 5, 6]),
    lineUp(inWords(checks)),
    `  ${inAll(count)}`,
  ].join("\n\n")}\n`;
}

/** What was found; the checks that do not apply for the same reason together. */
function inWords(checks: readonly Check[]): [string, string][] {
  const applying = checks.filter(({ verdict }) => verdict !== "notApplicable");
  const reasons = new Map<string, string[]>();
  for (const { name, verdict, words } of checks) {
    if (verdict !== "notApplicable") continue;
    const [reason] = words.split("; ");
    reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
  }
  return [
    ...applying.map(({ name, words }): [string, string] => [name, words]),
    ...[...reasons].map(([reason, names]): [string, string] => [
      "not applicable",
      `${reason} (${names.length === 1 ? names[0] : `${names.length} checks`})`,
    ]),
  ];
}

/** Not by colour alone. */
const SIGNS: Readonly<Record<Check["verdict"], () => string>> = {
  holds: () => colors.green("✓ holds"),
  fails: () => colors.red("✗ fails"),
  notApplicable: () => colors.dim("· not applicable"),
};

function number(x: number | null): string {
  return x === null ? "–" : short(x);
}

function inAll({ holds, fails, notApplicable }: Count): string {
  const rest = notApplicable > 0 ? `; ${notApplicable} not applicable` : "";
  const total = holds + fails;
  if (total === 0) return colors.dim(`· no check applies${rest}`);
  return fails === 0
    ? colors.green(`✓ all ${total} checks hold${rest}`)
    : colors.red(`✗ ${fails} of ${total} checks ${fails === 1 ? "fails" : "fail"}${rest}`);
}
