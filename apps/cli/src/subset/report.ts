import { marksAt } from "../linear/marks.ts";
import { weightsTable } from "../linear/weights-table.ts";
import { dataWords, few } from "../linear/words.ts";
import { metricWords } from "../model/metric-words.ts";
import { colors } from "../output/colors.ts";
import { filesWritten } from "../output/files-written.ts";
import { lineUp, number, percent, seconds, short } from "../output/format.ts";
import type { SubsetChoice } from "./choose.ts";
import type { SubsetSummary } from "./summary.ts";

/** How many columns are named in a line. */
const NAMED = 8;

/** The subsets for a person to read: a line for each size, and the weights of the one that is chosen. */
export function formatSubsetReport(summary: SubsetSummary): string {
  const { subsets, settings, chosen, index, lossName, classes } = summary;
  const cv = settings.folds !== null;
  const head = ["size", "explained"];
  if (cv) head.push(`${settings.measure} ± se`);
  head.push("AIC", "BIC", "EBIC");
  const right = Array.from(head.keys());
  head.push("proven", "chosen by", "columns");
  const rows = subsets.map((one, k) => [
    one.outcome === "converged" ? String(one.size) : colors.yellow(`! ${one.size}`),
    percent(one.deviance),
    ...(cv ? [`${number(one.mean)} ± ${number(one.standardError)}`] : []),
    number(one.aic),
    number(one.bic),
    number(one.ebic),
    one.optimal ? "yes" : "no",
    subsets.length === 1 ? "" : marksAt(chosen, k),
    columnWords(one),
  ]);
  const { intercept, support } = subsets[index];
  const weights = support.map(({ index: j, column, weight }) => ({
    ...{ index: j, columns: [column], weights: [weight] },
  }));
  const parts = [
    lineUp(factsOf(summary).map(([name, value]) => [colors.bold(name), value])),
    lineUp(rows, head, right),
    ...weightsTable({ lossName, classes, intercept, support: weights }, settings.intercept),
    ...filesWritten(summary.files),
  ];
  return `${parts.join("\n\n")}\n`;
}

function factsOf(summary: SubsetSummary): [string, string][] {
  const { subsets, settings, keep, constant, index, choice } = summary;
  const { size, deviance } = subsets[index];
  const of = keep.length > 0 ? " of what those always in leave" : "";
  const facts: [string, string][] = [
    ["outcome", outcome(summary)],
    ["data", dataWords(summary)],
    [
      "model",
      [
        `${lossWords(summary)} loss of ${summary.features.length} features`,
        settings.intercept ? "an intercept" : "no intercept",
        settings.standardize ? "columns standardised" : "columns as they are",
      ].join(", "),
    ],
  ];
  if (keep.length > 0) facts.push(["always in", few(keep)]);
  facts.push(
    ["choice", `size ${size}, ${choiceWords(choice)}`],
    ["fit", `${metricWords(summary.metrics)}, deviance explained ${percent(deviance)}${of}`],
  );
  if (constant.length > 0) facts.push(["constant", `${few(constant)}: without a weight`]);
  return facts;
}

function outcome({ subsets, seconds: time }: SubsetSummary): string {
  const all = subsets.length;
  const stuck = subsets.filter(({ outcome }) => outcome !== "converged").length;
  const proven = subsets.filter(({ optimal }) => optimal).length;
  const sizes = `${all} ${all === 1 ? "size" : "sizes"}`;
  const how = proven === all ? `proven for ${sizes}` : `found for ${sizes}, proven for ${proven}`;
  const took = seconds(time * 1000);
  if (stuck === 0) return colors.green(`✓ ${how}, ${took}`);
  return colors.yellow(`! ${how}, without a minimum for ${stuck}, ${took}`);
}

function lossWords({ lossName, delta }: SubsetSummary): string {
  return delta === null ? lossName : `${lossName} (δ = ${short(delta)})`;
}

/** Why this size. */
function choiceWords(choice: SubsetChoice): string {
  switch (choice.by) {
    case "size":
      return "which is given";
    case "criterion":
      return `of least ${choice.criterion.toUpperCase()} of ${choice.of}: ${short(choice.value)}`;
    case "cv": {
      const { folds, repeats, seed, measure, mean, standardError, rule, of, best } = choice;
      const times = repeats === 1 ? "" : `, ${repeats} times`;
      const how =
        rule === "min"
          ? `the best of ${of}`
          : `the smallest of ${of} within one standard error of the best, ${short(best.mean)}`;
      return `${how}: ${measure} ${short(mean)} ± ${short(standardError)} over ${folds} folds${times}, seed ${seed}`;
    }
  }
}

/** The columns that were chosen, without those that are always in. */
function columnWords({ support }: SubsetSummary["subsets"][number]): string {
  const names = support.filter(({ kept }) => !kept).map(({ column }) => column);
  return names.length <= NAMED
    ? names.join(", ")
    : `${names.slice(0, NAMED - 1).join(", ")}, … (${names.length})`;
}
