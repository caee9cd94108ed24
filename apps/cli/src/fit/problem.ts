import { type FlatMatrix, type Loss, leastSquares, logistic, networkLoss } from "@proxkit/core";
import { column, pick, pickAsDense } from "../data/columns.ts";
import type { SparseMatrix, Table, Wanted } from "../data/table.ts";
import { UsageError } from "../usage-error.ts";
import type { LossName, SettledOptions } from "./options.ts";
import { patchCount } from "./patches.ts";
import { type Scaling, scaleNetwork } from "./scaling.ts";
import { randomDirection } from "./start.ts";

interface ProblemOf<Name extends LossName, X> {
  readonly lossName: Name;
  /** 1 unless the loss is the network's. */
  readonly patches: number;
  readonly loss: Loss;
  /** The inputs and the target, in the units of the table. */
  readonly X: X;
  readonly y: Float64Array;
  /** How many threads share the rows: the digits depend on it. */
  readonly threads: number;
  readonly features: readonly string[];
  /** What X and y were divided by before the loss was made of them; undefined for none. */
  readonly scaling: Scaling | undefined;
}

/** A table made into a loss. */
export type Problem =
  | ProblemOf<"network", FlatMatrix>
  | ProblemOf<"squared" | "logistic", FlatMatrix | SparseMatrix>;

/** Inputs and target are numbers. */
export function wantedBy({ target, exclude }: SettledOptions): Wanted {
  const out = excluded(exclude);
  return (name) => (name === target || !out.includes(name) ? "number" : undefined);
}

function excluded(names: string | undefined): readonly string[] {
  return names?.split(",").map((name) => name.trim()) ?? [];
}

export function makeProblem(table: Table, options: SettledOptions): Problem {
  const { target, loss: lossName, threads } = options;
  const y = column(table, target);
  const out = excluded(options.exclude);
  for (const name of out) column(table, name); // refuses a name that is not there
  const features = table.columns.filter((name) => name !== target && !out.includes(name));
  if (features.length === 0)
    throw new UsageError(`${table.source}: has no columns but the target ${target}`);
  const base = { y, features, threads, patches: 1, scaling: undefined };
  if (lossName !== "network") {
    const X = pick(table, features);
    const loss =
      lossName === "squared"
        ? leastSquares({ X, y, threads })
        : logistic({ X, y: labels(table, target, y), threads });
    return { ...base, lossName, X, loss };
  }
  const X = pickAsDense(table, features);
  const patches = patchCount(features, options.patches);
  if (!options.normalize)
    return { ...base, lossName, X, patches, loss: networkLoss({ X, y, patches, threads }) };
  const start = randomDirection(X.columns / patches, options.seed);
  return { ...base, lossName, X, patches, ...scaleNetwork({ X, y, patches, threads }, start) };
}

/** The column, if it holds the labels of two classes. */
function labels(table: Table, target: string, y: Float64Array): Float64Array {
  const found = [...new Set(y)].sort((a, b) => a - b);
  if (found.join() !== "0,1" && found.join() !== "-1,1")
    throw new UsageError(
      `${table.source}: column ${target} must hold the labels 0 and 1, or -1 and 1, with --loss logistic; it holds ${found.slice(0, 4).join(", ")}${found.length > 4 ? ", …" : ""}`,
    );
  return y;
}
