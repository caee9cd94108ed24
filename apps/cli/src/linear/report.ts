import { metricWords } from "../model/metric-words.ts";
import { colors } from "../output/colors.ts";
import { lineUp, number, seconds, short } from "../output/format.ts";
import type { Choice } from "./choose.ts";
import type { LinearSummary } from "./summary.ts";
import { few, nameOfLinear } from "./words.ts";

/** How many weights are listed at most. */
const LISTED = 40;

/** The result for a person to read. */
export function formatLinearReport(summary: LinearSummary): string {
  const { support, classes, intercept } = summary;
  const facts: [string, string][] = [
    ["outcome", outcome(summary)],
    ["data", dataWords(summary)],
    ["loss", `${lossWords(summary)}: ${number(summary.loss)}`],
    ["method", method(summary)],
    ["choice", choiceWords(summary.choice)],
    ["objective", `${number(summary.objective)}, ${certainty(summary)}`],
    ["fit", `${metricWords(summary.metrics)}, deviance explained ${percent(summary.deviance)}`],
    ["sparsity", sparsity(summary)],
  ];
  if (summary.constant.length > 0)
    facts.push(["constant", `${few(summary.constant)}: without a weight, as they do not vary`]);
  const isMany = classes !== null && summary.lossName === "multinomial";
  const head = isMany ? [...classes, "index", "columns"] : ["weight", "index", "columns"];
  const rows = support
    .slice(0, LISTED)
    .map(({ index, columns, weights }) => [
      ...weights.map(number),
      String(index),
      columns.join(", "),
    ]);
  if (summary.solver.settings.intercept)
    rows.unshift([...intercept.map(number), "", "(intercept)"]);
  const parts = [lineUp(facts.map(([name, value]) => [colors.bold(name), value]))];
  const right = Array.from({ length: head.length - 1 }, (_, j) => j);
  if (rows.length > 0) parts.push(lineUp(rows, head, right));
  if (support.length > LISTED) parts.push(`  … and ${support.length - LISTED} more`);
  const files = Object.entries(summary.files).map(
    ([what, path]) => `  ${what} written to ${path === "-" ? "standard output" : path}`,
  );
  if (files.length > 0) parts.push(files.join("\n"));
  return `${parts.join("\n\n")}\n`;
}

/** What the picture says below itself. Spaces around "=" do not break. */
export function formatLinearCaption(summary: LinearSummary): string {
  const text = `${summary.data}: ${lossWords(summary)}. ${method(summary)}.`;
  return text.replaceAll(" = ", "\u00a0=\u00a0");
}

function outcome({ outcome: name, iterations, seconds: time }: LinearSummary): string {
  const words = `${name} after ${iterations} iterations, ${seconds(time * 1000)}`;
  return name === "converged" ? colors.green(`✓ ${words}`) : colors.yellow(`! ${words}`);
}

function dataWords({ data, samples, target, dropped, classes }: LinearSummary): string {
  const parts = [`${data}: ${samples} samples, target ${target}`];
  if (classes) parts.push(`classes ${few(classes)}`);
  if (dropped > 0) parts.push(`${dropped} ${dropped === 1 ? "row" : "rows"} left out`);
  return parts.join(", ");
}

function lossWords({ lossName, dimension, solver }: LinearSummary): string {
  const { delta, intercept } = solver.settings;
  const name = delta === undefined ? lossName : `${lossName} (δ = ${short(delta)})`;
  return `${name} loss of ${dimension} weights${intercept ? " and an intercept" : ""}`;
}

function method(summary: LinearSummary): string {
  const { lambda, standardize } = summary.solver.settings;
  const scaled = standardize ? ", columns standardised" : "";
  return `coordinate descent, penalty ${nameOfLinear(summary)}, λ = ${short(lambda)}${scaled}`;
}

/** Why this λ. */
function choiceWords(choice: Choice): string {
  switch (choice.by) {
    case "lambda":
      return "λ is given";
    case "ratio":
      return `λ is ${short(choice.ratio)} of the least that makes all weights 0`;
    case "criterion":
      return `least ${choice.criterion.toUpperCase()} of ${choice.of} λ: ${short(choice.value)}`;
    case "cv": {
      const { folds, repeats, seed, measure, mean, standardError, rule, of, best } = choice;
      const times = repeats === 1 ? "" : `, ${repeats} times`;
      const how =
        rule === "min"
          ? `the best of ${of} λ`
          : `the largest of ${of} λ within one standard error of the best, ${short(best.mean)}`;
      return `${folds}-fold cross-validation${times}, seed ${seed}: ${measure} ${short(mean)} ± ${short(standardError)}, ${how}`;
    }
  }
}

function certainty({ gap, residual }: LinearSummary): string {
  return gap === null
    ? `fixed-point residual ${number(residual)}`
    : `at most ${number(gap)} above the minimum`;
}

function sparsity({ supportSize, features, sparsity: share, lossName }: LinearSummary): string {
  const what = lossName === "multinomial" ? "features have a weight" : "weights are nonzero";
  return `${supportSize} of ${features} ${what} (${Math.round(100 * share)}% zeros)`;
}

function percent(share: number | null): string {
  return share === null ? "unknown" : `${short(100 * share)}%`;
}
