import { metricWords } from "../model/metric-words.ts";
import { colors } from "../output/colors.ts";
import { filesWritten } from "../output/files-written.ts";
import { counted, lineUp, number, seconds, short } from "../output/format.ts";
import type { Choice } from "./choose.ts";
import type { LinearSummary } from "./summary.ts";
import { weightsTable } from "./weights-table.ts";
import { dataWords, few, nameOfLinear } from "./words.ts";

/** The result for a person to read. */
export function formatLinearReport(summary: LinearSummary): string {
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
  const parts = [
    lineUp(facts.map(([name, value]) => [colors.bold(name), value])),
    ...weightsTable(summary, summary.solver.settings.intercept),
    ...filesWritten(summary.files),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What the picture says below itself. Spaces around "=" do not break. */
export function formatLinearCaption(summary: LinearSummary): string {
  const text = `${summary.data}: ${lossWords(summary)}. ${method(summary)}.`;
  return text.replaceAll(" = ", "\u00a0=\u00a0");
}

function outcome({ outcome: name, iterations, seconds: time }: LinearSummary): string {
  const words = `${name} after ${counted(iterations, "iteration")}, ${seconds(time * 1000)}`;
  return name === "converged" ? colors.green(`✓ ${words}`) : colors.yellow(`! ${words}`);
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
