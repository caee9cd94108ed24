import type { Outcome } from "@proxkit/solvers";
import * as v from "valibot";
import { featuresOf } from "../data/inputs.ts";
import { LOSSES } from "../fit/options.ts";
import { readText } from "../read-text.ts";
import { UsageError } from "../usage-error.ts";
import { runSchema } from "./run-schema.ts";

const FORMAT = "proxkit-model";
const MODEL_VERSION = 2;

const OUTCOMES = ["converged", "maxIterations", "diverged", "aborted"] as const satisfies Outcome[];
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const setting = v.union([v.number(), v.string(), v.boolean()]);

/** What `proxkit fit --out` writes. Its fields are described in the README. */
const schema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(MODEL_VERSION),
  proxkit: v.string(),
  loss: v.picklist(LOSSES),
  patches: index,
  penalty: v.nullable(
    v.object({
      module: v.string(),
      name: v.string(),
      parameters: v.record(v.string(), v.any()),
    }),
  ),
  solver: v.object({ name: v.string(), settings: v.record(v.string(), setting) }),
  seed: index,
  target: v.string(),
  classes: v.nullable(v.array(v.string())),
  inputs: v.array(v.object({ column: v.string(), levels: v.nullable(v.array(v.string())) })),
  features: v.array(v.string()),
  outputs: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  intercept: v.array(v.number()),
  scaling: v.nullable(v.object({ inputs: v.number(), target: v.number() })),
  weights: v.object({
    dimension: index,
    indices: v.array(index),
    values: v.array(v.nullable(v.number())),
  }),
  result: v.object({
    outcome: v.picklist(OUTCOMES),
    iterations: index,
    loss: v.nullable(v.number()),
  }),
  run: v.optional(runSchema),
});

export type Model = v.InferOutput<typeof schema>;
export type ModelContent = Omit<Model, "format" | "version">;

export function formatModel(content: ModelContent): string {
  return `${JSON.stringify({ format: FORMAT, version: MODEL_VERSION, ...content }, null, 2)}\n`;
}

/** @throws UsageError if the file is not a model of this version, or is not consistent */
export async function readModel(path: string): Promise<Model> {
  return readModelText(path, await readText(path));
}

/** As {@link readModel}, of a file that has been read. */
export function readModelText(path: string, text: string): Model {
  let json: { format?: unknown; version?: unknown } | null;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${path}: is not JSON, so no model (${(cause as Error).message})`, {
      cause,
    });
  }
  if (json?.format !== FORMAT)
    throw new UsageError(`${path}: is not a proxkit model; expected "format": "${FORMAT}"`);
  if (json.version !== MODEL_VERSION && json.version !== 1)
    throw new UsageError(
      `${path}: is a model of version ${JSON.stringify(json.version)}; this proxkit reads versions 1 to ${MODEL_VERSION}`,
    );
  const { success, issues, output } = v.safeParse(
    schema,
    json.version === 1 ? fromVersion1(json) : json,
  );
  if (!success)
    throw new UsageError(`${path}: ${v.getDotPath(issues[0]) ?? "model"}: ${issues[0].message}`);
  const { weights, features, patches, loss, target, outputs, inputs } = output;
  const { dimension, indices, values } = weights;
  const columns = inputs.map(({ column }) => column);
  if (
    indices.length !== values.length ||
    indices.some((i, n) => i >= dimension || (n > 0 && i <= indices[n - 1])) ||
    features.length === 0 ||
    dimension * patches !== features.length * outputs ||
    (patches !== 1 && loss !== "network") ||
    !same(featuresOf(inputs), features) ||
    new Set([...columns, target]).size !== columns.length + 1
  )
    throw new UsageError(`${path}: weights, patches and features do not fit together`);
  if (!describesOutputs(output))
    throw new UsageError(`${path}: outputs, intercept and classes do not fit together`);
  if (!fits(output)) throw new UsageError(`${path}: run and weights do not fit together`);
  return output;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

/** A model as version 1 wrote it, which had columns of numbers, one output and no intercept. */
function fromVersion1(json: object): unknown {
  const { features } = json as { features?: unknown };
  const inputs = Array.isArray(features)
    ? features.map((column: unknown) => ({ column, levels: null }))
    : features;
  return { ...json, version: MODEL_VERSION, classes: null, inputs, outputs: 1, intercept: [0] };
}

/** Whether there are as many classes and intercepts as a model of its loss has. */
function describesOutputs({ loss, outputs, intercept, classes }: Model): boolean {
  if (intercept.length !== outputs || outputs > 1 !== (loss === "multinomial")) return false;
  if (loss === "multinomial") return classes?.length === outputs;
  return classes === null || (loss === "logistic" && classes.length === 2);
}

/** Whether what is kept of the run is of the method and the length of the weights. */
function fits({ run, solver, weights }: Model): boolean {
  if (!run) return true;
  const vectors = [run.w, run.wStar ?? run.w, run.start.length === 0 ? run.w : run.start];
  if (run.method === "rvsm") vectors.push(run.u, run.gradient);
  return run.method === solver.name && vectors.every(({ length }) => length === weights.dimension);
}

/** The weights as a vector, length d. */
export function weightsOf({ weights }: Pick<Model, "weights">): Float64Array {
  const w = new Float64Array(weights.dimension);
  weights.indices.forEach((i, n) => {
    w[i] = weights.values[n] ?? Number.NaN; // null: a run that diverged
  });
  return w;
}
