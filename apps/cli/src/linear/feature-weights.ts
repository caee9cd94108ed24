import { decimal } from "../data/decimal.ts";
import type { Input } from "../data/inputs.ts";
import { didYouMean } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";

/** What the penalty counts for each feature, from age=0,bmi=2; 1 where nothing is said, and a category's for all its levels. */
export function featureWeightsOf(text: string, inputs: readonly Input[]): Float64Array {
  const given = new Map<string, number>();
  for (const pair of text.split(",")) {
    const [, name = "", number = ""] = pair.match(/^\s*(.+?)\s*=\s*([^=]*?)\s*$/) ?? [];
    const weight = decimal(number);
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new UsageError(
        `--feature-weights: expected column=weight, the weight a number at least 0, received "${pair}"`,
      );
    const columns = inputs.map(({ column }) => column);
    if (!columns.includes(name))
      throw new UsageError(
        `--feature-weights: there is no input ${JSON.stringify(name)}${didYouMean(name, columns)}`,
      );
    if (given.has(name)) throw new UsageError(`--feature-weights: ${name} is given twice`);
    given.set(name, weight);
  }
  const weights = inputs.flatMap(({ column, levels }) =>
    Array.from({ length: levels?.length ?? 1 }, () => given.get(column) ?? 1),
  );
  if (weights.every((weight) => weight === 0))
    throw new UsageError("--feature-weights: all weights are 0: nothing is penalised");
  return Float64Array.from(weights);
}
