import { marksAt } from "../linear/marks.ts";
import { dataWords, few, nameOfLinear } from "../linear/words.ts";
import { colors } from "../output/colors.ts";
import { filesWritten } from "../output/files-written.ts";
import { lineUp, number, percent, seconds, short } from "../output/format.ts";
import type { PathSummary } from "./summary.ts";

/** The path for a person to read: a line for each λ. */
export function formatPathReport(summary: PathSummary): string {
  const { path, settings } = summary;
  const cv = settings.folds !== null;
  const head = ["λ", "nonzeros", "explained"];
  if (cv) head.push(`${settings.measure} ± se`);
  head.push("AIC", "BIC", "EBIC", "changes", "chosen by");
  const rows = path.map((point, k) => [
    point.outcome === "converged" ? short(point.lambda) : colors.yellow(`! ${short(point.lambda)}`),
    String(point.nonzeros),
    percent(point.deviance),
    ...(cv ? [`${number(point.mean)} ± ${number(point.standardError)}`] : []),
    number(point.aic),
    number(point.bic),
    number(point.ebic),
    changes(summary, k),
    marksAt(summary.chosen, k),
  ]);
  const right = Array.from({ length: head.length - 2 }, (_, j) => j);
  const facts = lineUp(factsOf(summary).map(([name, value]) => [colors.bold(name), value]));
  const parts = [facts, lineUp(rows, head, right), ...filesWritten(summary.files)];
  return `${parts.join("\n\n")}\n`;
}

function factsOf(summary: PathSummary): [string, string][] {
  const { path, settings, constant } = summary;
  const stuck = path.filter(({ outcome }) => outcome !== "converged").length;
  const words = `${path.length} λ, ${seconds(summary.seconds * 1000)}`;
  const outcome =
    stuck === 0 ? `✓ converged for ${words}` : `! not converged for ${stuck} of ${words}`;
  const facts: [string, string][] = [
    ["outcome", stuck === 0 ? colors.green(outcome) : colors.yellow(outcome)],
    ["data", dataWords(summary)],
    [
      "model",
      [
        `${summary.lossName} loss of ${summary.features.length} features`,
        `penalty ${nameOfLinear(summary)}`,
        settings.intercept ? "an intercept" : "no intercept",
        settings.standardize ? "columns standardised" : "columns as they are",
      ].join(", "),
    ],
  ];
  if (settings.folds !== null) {
    const times = settings.repeats === 1 ? "" : `, ${settings.repeats} times`;
    facts.push(["folds", `${settings.folds}${times}, seed ${settings.seed}`]);
  }
  if (constant.length > 0) facts.push(["constant", `${few(constant)}: without a weight`]);
  return facts;
}

/** What came in and what went out, as +bmi −age. */
function changes({ path }: PathSummary, k: number): string {
  const now = new Map(path[k].support.map(({ index, column }) => [index, column]));
  const before = new Map((path[k - 1]?.support ?? []).map(({ index, column }) => [index, column]));
  const came = [...now].filter(([index]) => !before.has(index)).map(([, name]) => `+${name}`);
  const went = [...before].filter(([index]) => !now.has(index)).map(([, name]) => `−${name}`);
  const all = [...came, ...went];
  return all.length <= 4 ? all.join(" ") : `${all.slice(0, 3).join(" ")} … (${all.length})`;
}
