import { readTable } from "../data/read-table.ts";
import { formatTable } from "../data/write-table.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { writeWhole } from "../output/write-whole.ts";
import { UsageError } from "../usage-error.ts";
import { type Model, readModel } from "./model-file.ts";
import { outputs, wantedByModel } from "./outputs.ts";

/** `proxkit predict` */
export async function runPredict(modelPath: string, data: string, out: string): Promise<void> {
  if (out !== "-" && !/\.(csv|tsv|npy)$/i.test(out))
    throw new UsageError(`--out ${out}: expected a name that ends in .csv, .tsv or .npy`);
  await checkOutputs({ "--out": out }, { MODEL: modelPath, DATA: data });
  const model = await readModel(modelPath);
  checkFinished(modelPath, model);
  const table = await readTable(data, wantedByModel(model));
  const said = outputs(model, table);
  await writeWhole(out, await formatTable(out, ...columnsOf(model, table.rows, said)));
}

/** A column of predictions; or of the probability of each class, of one for two, and the most probable one. */
function columnsOf(
  { loss, classes, outputs: K }: Model,
  rows: number,
  said: Float64Array,
): [
  names: string[],
  rows: number,
  values: Float64Array,
  levels?: ReadonlyMap<number, readonly string[]>,
] {
  if (loss !== "logistic" && loss !== "multinomial") return [["prediction"], rows, said];
  const values = new Float64Array(rows * (K + 1));
  for (let i = 0; i < rows; i++) {
    const own = said.subarray(i * K, (i + 1) * K);
    values.set(own, i * (K + 1));
    values[i * (K + 1) + K] = K === 1 ? Number(own[0] > 0.5) : own.indexOf(Math.max(...own));
  }
  const each = (classes ?? []).map((label) => `probability_${label}`);
  const names = [...(K === 1 ? ["probability"] : each), "class"];
  return classes ? [names, rows, values, new Map([[K, classes]])] : [names, rows, values];
}

/** Refuses a model whose run ran away: it would predict NaN. */
export function checkFinished(path: string, model: Model): void {
  if (model.weights.values.includes(null))
    throw new UsageError(`${path}: its weights are not finite, as its run ${model.result.outcome}`);
}
