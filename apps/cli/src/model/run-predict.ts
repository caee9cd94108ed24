import { readTable } from "../data/read-table.ts";
import { formatTable } from "../data/write-table.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { writeWhole } from "../output/write-whole.ts";
import { UsageError } from "../usage-error.ts";
import { type Model, readModel } from "./model-file.ts";
import { outputs } from "./outputs.ts";

/** `proxkit predict` */
export async function runPredict(modelPath: string, data: string, out: string): Promise<void> {
  if (out !== "-" && !/\.(csv|tsv|npy)$/i.test(out))
    throw new UsageError(`--out ${out}: expected a name that ends in .csv, .tsv or .npy`);
  await checkOutputs({ "--out": out }, { MODEL: modelPath, DATA: data });
  const model = await readModel(modelPath);
  checkFinished(modelPath, model);
  const used = new Set(model.features);
  const table = await readTable(data, (name) => (used.has(name) ? "number" : undefined));
  const predictions = outputs(model, table);
  if (model.loss !== "logistic") {
    await writeWhole(out, await formatTable(out, ["prediction"], table.rows, predictions));
    return;
  }
  const pairs = new Float64Array(2 * table.rows);
  predictions.forEach((p, j) => {
    pairs[2 * j] = p;
    pairs[2 * j + 1] = p > 0.5 ? 1 : 0;
  });
  await writeWhole(out, await formatTable(out, ["probability", "class"], table.rows, pairs));
}

/** Refuses a model whose run ran away: it would predict NaN. */
export function checkFinished(path: string, model: Model): void {
  if (model.weights.values.includes(null))
    throw new UsageError(`${path}: its weights are not finite, as its run ${model.result.outcome}`);
}
