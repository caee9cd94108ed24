import { dataWords } from "../linear/words.ts";
import { colors } from "../output/colors.ts";
import { filesWritten } from "../output/files-written.ts";
import { lineUp, number, percent, short } from "../output/format.ts";
import type { ComparisonSummary } from "./summary.ts";

/** How many features are listed at most. */
const LISTED = 30;

/** The comparison for a person to read: what each penalty came to, its weights, and how much the supports agree. */
export function formatComparison(summary: ComparisonSummary): string {
  const { penalties, best } = summary;
  const judged = summary.settings.criterion?.toUpperCase() ?? `${summary.settings.measure} ± se`;
  const rows = penalties.map((one, i) => [
    i === best ? colors.bold(one.spec) : one.spec,
    short(one.lambda),
    String(one.nonzeros),
    one.criterion === null
      ? `${number(one.mean)} ± ${number(one.standardError)}`
      : number(one.criterion),
    percent(one.deviance),
    remarks(summary, i),
  ]);
  const head = ["penalty", "λ", "nonzeros", judged, "explained", ""];
  const facts = factsOf(summary).map(([name, value]) => [colors.bold(name), value]);
  const parts = [lineUp(facts), lineUp(rows, head, [1, 2, 3, 4]), ...weights(summary)];
  parts.push(`  agreement of the supports, |A ∩ B|/|A ∪ B|\n${agreements(summary)}`);
  parts.push(...filesWritten(summary.files));
  return `${parts.join("\n\n")}\n`;
}

function factsOf(summary: ComparisonSummary) {
  const { lossName, features, settings } = summary;
  const { intercept, standardize, folds, repeats, rule, seed, criterion } = settings;
  const times = repeats === 1 ? "" : `, ${repeats} times`;
  const how =
    criterion !== null
      ? `the least ${criterion.toUpperCase()}`
      : `${folds} folds${times}, the same for all, seed ${seed}; ${rule === "1se" ? "the largest λ within one standard error of the best" : "the best λ"}`;
  return [
    ["data", dataWords(summary)],
    [
      "model",
      `${lossName} loss of ${features.length} features, ${intercept ? "an intercept" : "no intercept"}, ${standardize ? "columns standardised" : "columns as they are"}`,
    ],
    ["choice", how],
  ] as const;
}

function remarks({ penalties, best }: ComparisonSummary, i: number): string {
  const words = [];
  if (i === best) words.push("best");
  if (!penalties[i].converged) words.push("not converged for some λ");
  return words.join(", ");
}

/** A line for each feature that some penalty gives a weight: its weight, or the norm of those of its classes. */
function weights({ penalties, features }: ComparisonSummary): string[] {
  const found = penalties.map(({ support }) => new Map(support.map((one) => [one.index, one])));
  const any = [...new Set(found.flatMap((one) => [...one.keys()]))].sort((a, b) => a - b);
  if (any.length === 0) return [];
  const rows = any.slice(0, LISTED).map((index) => [
    features[index],
    ...found.map((one) => {
      const own = one.get(index)?.weights;
      if (!own) return "·";
      return own.length === 1 ? number(own[0]) : short(Math.hypot(...own.map(Number)));
    }),
  ]);
  const head = ["weight", ...penalties.map(({ spec }) => spec)];
  const right = penalties.map((_, i) => i + 1);
  const rest = any.length > LISTED ? [`  … and ${any.length - LISTED} more`] : [];
  return [lineUp(rows, head, right), ...rest];
}

function agreements({ penalties, agreement }: ComparisonSummary): string {
  const head = ["", ...penalties.map(({ spec }) => spec)];
  const rows = agreement.map((line, i) => [penalties[i].spec, ...line.map(short)]);
  return lineUp(
    rows,
    head,
    penalties.map((_, i) => i + 1),
  );
}
