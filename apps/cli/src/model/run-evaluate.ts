import { readTable } from "../data/read-table.ts";
import { lineUp, short } from "../output/format.ts";
import { writeWhole } from "../output/write-whole.ts";
import { measure } from "./metrics.ts";
import { readModel } from "./model-file.ts";
import { outputs, wantedByModel } from "./outputs.ts";
import { checkFinished } from "./run-predict.ts";
import { targetCodes, targetKind } from "./target-codes.ts";

const WORDS: Readonly<Record<string, string>> = {
  mse: "mean squared error",
  rmse: "root mean squared error",
  r2: "R²",
  accuracy: "accuracy",
  logLoss: "log loss",
  deviance: "mean deviance",
  d2: "D²",
};

/** `proxkit evaluate` */
export async function runEvaluate(modelPath: string, data: string, json: boolean): Promise<void> {
  const model = await readModel(modelPath);
  checkFinished(modelPath, model);
  const inputs = wantedByModel(model);
  const wanted = (name: string) => (name === model.target ? targetKind(model) : inputs(name));
  const table = await readTable(data, wanted);
  const y = targetCodes(table, model);
  const metrics = measure(model.loss, y, outputs(model, table));
  const result = { format: "proxkit-evaluation", version: 1, samples: table.rows, ...metrics };
  const rows = Object.entries(metrics).map(([name, value]) => [
    WORDS[name],
    value === null ? "undefined: the target is constant" : short(value),
  ]);
  const text = lineUp([["samples", String(table.rows)], ...rows]);
  await writeWhole("-", json ? `${JSON.stringify(result, null, 2)}\n` : `${text}\n`);
}
