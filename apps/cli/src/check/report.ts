import type { LawResult, LawViolation } from "@proxkit/penalty-laws";
import { colors } from "../output/colors.ts";
import { lineUp, short } from "../output/format.ts";
import type { LoadedPenalty } from "../penalty/load-penalty.ts";
import { nameOf } from "../penalty/name-of.ts";
import type { CheckOptions } from "./check-laws.ts";
import { type Count, countOf } from "./count.ts";

/** The findings for a person to read. */
export function formatCheck(
  { penalty, module }: LoadedPenalty,
  { seed, runs }: CheckOptions,
  results: readonly LawResult[],
  plot: string | undefined,
): string {
  const { convex, separable, weakConvexity } = penalty.traits;
  const traits = [
    `${convex ? "" : "not "}convex`,
    `${separable ? "" : "not "}separable`,
    `weak convexity ${written(weakConvexity)}`,
  ];
  const facts = [
    ["penalty", module === penalty.name ? nameOf(penalty) : `${module}: ${nameOf(penalty)}`],
    ["declared", traits.join(", ")],
    ["cases", `${runs} a law, seed ${seed}`],
  ];
  const broken = results.filter(({ outcome }) => outcome === "broken");
  const parts = [
    lineUp(facts.map(([name, fact]) => [colors.bold(name), fact])),
    lineUp(results.map((result) => [WORDS[result.outcome](), result.name, result.reason ?? ""])),
    ...broken.map(({ name, violation }) => counterexample(name, violation as LawViolation)),
    `  ${verdict(countOf(results))}`,
  ];
  if (plot !== undefined) parts.push(`  picture written to ${plot}`);
  return `${parts.join("\n\n")}\n`;
}

/** What was declared, be it no number at all, which is a law's business. */
function written(weakConvexity: unknown): string {
  if (weakConvexity === Number.POSITIVE_INFINITY) return "unbounded";
  return typeof weakConvexity === "number" ? short(weakConvexity) : String(weakConvexity);
}

/** Not by colour alone. */
const WORDS: Readonly<Record<LawResult["outcome"], () => string>> = {
  holds: () => colors.green("✓ holds"),
  broken: () => colors.red("✗ broken"),
  notApplicable: () => colors.dim("· not applicable"),
};

function verdict({ holds, broken, notApplicable }: Count): string {
  const total = holds + broken;
  const rest = notApplicable > 0 ? `; ${notApplicable} not applicable` : "";
  return broken === 0
    ? colors.green(`✓ all ${total} laws hold${rest}`)
    : colors.red(`✗ ${broken} of ${total} laws ${broken === 1 ? "is" : "are"} broken${rest}`);
}

/** What contradicts the law: the case and the numbers. The seed, which brings them again, is said above. */
function counterexample(name: string, violation: LawViolation): string {
  const details = violation.message.split("\n").filter((line) => /^ {2}(case|numbers):/.test(line));
  return [
    `  ${colors.red("✗")} ${colors.bold(name)}: ${claimOf(violation)}`,
    ...details.map((line) => `  ${line}`),
  ].join("\n");
}

/** What the first line of a violation says after the names of penalty and law. */
function claimOf({ message, law }: LawViolation): string {
  const [first] = message.split("\n");
  return first.slice(first.indexOf(`"${law}": `) + law.length + 4);
}
