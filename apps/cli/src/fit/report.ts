import { metricWords } from "../model/metric-words.ts";
import { colors } from "../output/colors.ts";
import { filesWritten } from "../output/files-written.ts";
import { counted, lineUp, number, seconds, short } from "../output/format.ts";
import { nameOf } from "../penalty/name-of.ts";
import type { Comparison } from "../truth/compare.ts";
import type { Summary } from "./summary.ts";

const METHODS: Readonly<Record<string, string>> = {
  rvsm: "RVSM",
  iht: "adaptive iterative hard thresholding",
  gd: "gradient descent",
  proxgrad: "accelerated proximal gradient",
};

/** How many weights are listed at most. */
const LISTED = 40;

/** The result for a person to read. */
export function formatReport(summary: Summary): string {
  const { support, dimension } = summary;
  const facts: [string, string][] = [
    ["outcome", outcome(summary)],
    ["data", `${summary.data}: ${summary.samples} samples, target ${summary.target}`],
    ["loss", `${model(summary)}: ${number(summary.loss)}`],
    ["method", method(summary)],
    ["objective", `${number(summary.objective)}, fixed-point residual ${number(summary.residual)}`],
    ["fit", metricWords(summary.metrics)],
    [
      "sparsity",
      `${summary.supportSize} of ${dimension} weights are nonzero (${Math.round(100 * summary.sparsity)}% zeros)`,
    ],
  ];
  if (summary.scaling)
    facts.push([
      "scaling",
      `learned on inputs / ${short(summary.scaling.inputs)}, target / ${short(summary.scaling.target)}; weights below are in data units`,
    ]);
  if (summary.truth) facts.push(["truth", truth(summary.truth)]);
  const rows = support
    .slice(0, LISTED)
    .map(({ index, columns, weight }) => [number(weight), String(index), names(columns)]);
  const parts = [lineUp(facts.map(([name, value]) => [colors.bold(name), value]))];
  if (rows.length > 0) parts.push(lineUp(rows, ["weight", "index", "columns"], [0, 1]));
  if (support.length > LISTED) parts.push(`  … and ${support.length - LISTED} more`);
  parts.push(...filesWritten(summary.files));
  return `${parts.join("\n\n")}\n`;
}

/** What the picture says below itself. Spaces around "=" do not break. */
export function formatCaption(summary: Summary): string {
  const { data, outcome: name, iterations } = summary;
  const ended = name === "converged" ? "Converged" : `Not converged (${name})`;
  const text = `${data}: ${model(summary)}. ${method(summary)}. ${ended} after ${counted(iterations, "iteration")}.`;
  return text.replaceAll(" = ", "\u00a0=\u00a0");
}

function outcome({ outcome: name, iterations, seconds: time }: Summary): string {
  const words = `${name} after ${counted(iterations, "iteration")}, ${seconds(time * 1000)}`;
  return name === "converged" ? colors.green(`✓ ${words}`) : colors.yellow(`! ${words}`);
}

function model({ lossName, patches, dimension }: Summary): string {
  return lossName === "network"
    ? `network of ${patches} ${patches === 1 ? "patch" : "patches"} × ${dimension} weights`
    : `${lossName} loss of ${dimension} weights`;
}

function method({ solver, penalty }: Summary): string {
  const { settings } = solver;
  const parts = [METHODS[solver.name]];
  if (penalty) parts.push(`penalty ${nameOf(penalty)}`);
  if (settings.lambda !== undefined && penalty) parts.push(`λ = ${short(Number(settings.lambda))}`);
  if (settings.beta !== undefined) parts.push(`β = ${short(Number(settings.beta))}`);
  if (settings.sparsity !== undefined) parts.push(`s = ${settings.sparsity}`);
  parts.push(`η = ${short(solver.stepSize)}`);
  if (penalty?.threshold != null) parts.push(`threshold ${short(penalty.threshold)}`);
  return parts.join(", ");
}

/** As "precision 0.8 (4 of 5 found are planted), recall 1 (4 of 4 planted are found), angle 0.01 radians". */
function truth({ angle, planted, found, hits, precision, recall }: Comparison): string {
  const of = (share: number | null, n: number, words: string) =>
    `${share === null ? "undefined" : short(share)} (${hits} of ${n} ${words})`;
  const parts = [
    `precision ${of(precision, found, "found are planted")}`,
    `recall ${of(recall, planted, "planted are found")}`,
    angle === null ? "no angle" : `angle ${short(angle)} radians`,
  ];
  return parts.join(", ");
}

function names(columns: readonly string[]): string {
  return columns.length <= 3 ? columns.join(", ") : `${columns[0]}, … ${columns.at(-1)}`;
}
