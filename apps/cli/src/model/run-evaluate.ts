import { column } from "../data/columns.ts";
import { readTable } from "../data/read-table.ts";
import { lineUp, short } from "../output/format.ts";
import { writeWhole } from "../output/write-whole.ts";
import { UsageError } from "../usage-error.ts";
import { measure } from "./metrics.ts";
import { readModel } from "./model-file.ts";
import { outputs } from "./outputs.ts";
import { checkFinished } from "./run-predict.ts";

const WORDS: Readonly<Record<string, string>> = {
  mse: "mean squared error",
  rmse: "root mean squared error",
  r2: "R²",
  accuracy: "accuracy",
  logLoss: "log loss",
};

/** `proxkit evaluate` */
export async function runEvaluate(modelPath: string, data: string, json: boolean): Promise<void> {
  const model = await readModel(modelPath);
  checkFinished(modelPath, model);
  const used = new Set([...model.features, model.target]);
  const table = await readTable(data, (name) => (used.has(name) ? "number" : undefined));
  const y = column(table, model.target);
  const stranger =
    model.loss === "logistic" ? y.find((label) => ![-1, 0, 1].includes(label)) : undefined;
  if (stranger !== undefined)
    throw new UsageError(
      `${data}: column ${model.target} must hold the labels 0 and 1, or -1 and 1; it holds ${stranger}`,
    );
  const metrics = measure(model.loss, y, outputs(model, table));
  const result = { format: "proxkit-evaluation", version: 1, samples: table.rows, ...metrics };
  const rows = Object.entries(metrics).map(([name, value]) => [
    WORDS[name],
    value === null ? "undefined: the target is constant" : short(value),
  ]);
  const text = lineUp([["samples", String(table.rows)], ...rows]);
  await writeWhole("-", json ? `${JSON.stringify(result, null, 2)}\n` : `${text}\n`);
}
