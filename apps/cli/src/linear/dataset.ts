import type { FlatMatrix, SparseMatrix } from "@proxkit/core";
import type { LossName } from "@proxkit/regression";
import { column } from "../data/columns.ts";
import { featuresOf, type Input, matrixOf } from "../data/inputs.ts";
import { readTable } from "../data/read-table.ts";
import type { Table, Wanted } from "../data/table.ts";
import { UsageError } from "../usage-error.ts";
import { namesIn } from "./names.ts";
import type { DataOptions } from "./options.ts";
import { sampleWeights } from "./sample-weights.ts";
import { targetOf } from "./target.ts";
import { varies } from "./varies.ts";

/** A table as a linear model is learned on it. */
export interface Dataset {
  readonly source: string;
  /** m × d */
  readonly X: FlatMatrix | SparseMatrix;
  /** Numbers, or indices of the classes. */
  readonly y: Float64Array;
  /** The names of the classes; null for a target of numbers. */
  readonly classes: readonly string[] | null;
  /** What each sample counts; undefined for all the same. */
  readonly weights: Float64Array | undefined;
  readonly inputs: readonly Input[];
  /** The names of the columns of X. */
  readonly features: readonly string[];
  /** How many rows were left out, for they missed a value. */
  readonly dropped: number;
}

export function isClassification(loss: LossName): boolean {
  return loss === "logistic" || loss === "multinomial";
}

/** Reads a table and makes a problem's data of it. */
export async function readDataset(
  data: string,
  options: DataOptions & { readonly loss: LossName },
): Promise<Dataset> {
  const table = await readTable(data, wantedBy(options), {
    missing: options.dropMissing ? "drop" : "refuse",
    advice: true,
  });
  return datasetOf(table, options);
}

function wantedBy({ target, loss, ...options }: DataOptions & { loss: LossName }): Wanted {
  const out = new Set(namesIn(options.exclude));
  const categories = new Set(namesIn(options.categorical));
  return (name) => {
    if (name === target) return isClassification(loss) ? "category" : "number";
    if (name === options.weights) return "number";
    if (out.has(name)) return undefined;
    return categories.has(name) ? "category" : "number";
  };
}

function datasetOf(table: Table, options: DataOptions & { readonly loss: LossName }): Dataset {
  const { target, weights } = options;
  const out = namesIn(options.exclude);
  const categories = namesIn(options.categorical);
  for (const name of [...out, ...categories, ...(weights === undefined ? [] : [weights]), target])
    column(table, name); // refuses a name that is not there
  if (weights === target)
    throw new UsageError(`--weights ${weights}: is the target; it cannot be both`);
  if (categories.includes(target))
    throw new UsageError(
      `--categorical ${target}: is the target, which --loss logistic and multinomial take as classes`,
    );
  const inputs = table.columns
    .filter((name) => name !== target && name !== weights && !out.includes(name))
    .map((name): Input => ({ column: name, levels: table.categories.get(name) ?? null }));
  if (inputs.length === 0)
    throw new UsageError(`${table.source}: has no columns but the target ${target}`);
  const { y, classes } = targetOf(table, options);
  const features = featuresOf(inputs);
  refuseTwins(table.source, features);
  const { source, dropped } = table;
  const X = matrixOf(table, inputs);
  if (!varies(X))
    throw new UsageError(
      `${source}: holds the same in every row, in all columns but the target ${target}`,
    );
  const counts = weights === undefined ? undefined : sampleWeights(table, weights);
  return { source, X, y, classes, weights: counts, inputs, features, dropped };
}

/** Two features of one name could not be told apart. */
function refuseTwins(source: string, features: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of features) {
    if (seen.has(name))
      throw new UsageError(`${source}: ${name} is both a column and a level of a category`);
    seen.add(name);
  }
}
