import { LOSS_NAMES, type LossName } from "./family.ts";
import type { Coefficients } from "./regression.ts";

/** A model that can be kept as JSON and used without the data that it was learned on. */
export interface RegressionModel extends Coefficients {
  readonly lossName: LossName;
  /** The names of the features, as many as it has. */
  readonly names: readonly string[];
}

/** A text that is no model, or one of a version to come. */
export class ModelError extends Error {
  override readonly name: string = "ModelError";
}

const FORMAT = "proxkit-regression";
const VERSION = 1;

/**
 * A model as JSON text, which {@link loadModel} reads.
 *
 * @throws ModelError if its parts do not fit together, or a number is not finite, which JSON cannot hold
 * @example
 * ```ts
 * import { loadModel, saveModel } from "@proxkit/regression";
 *
 * const text = saveModel({
 *   lossName: "squared",
 *   names: ["age"],
 *   intercept: Float64Array.of(1),
 *   coefficients: Float64Array.of(2),
 * });
 * console.log(loadModel(text).coefficients); // Float64Array(1) [ 2 ]
 * ```
 */
export function saveModel({ lossName, names, intercept, coefficients }: RegressionModel): string {
  const text = JSON.stringify({
    format: FORMAT,
    version: VERSION,
    loss: lossName,
    names,
    intercept: Array.from(intercept),
    coefficients: Array.from(coefficients),
  });
  loadModel(text); // refuses what could not be read again
  return text;
}

/** The intercepts of a loss: one, or one for each class. */
function isCountOf(loss: LossName, outputs: number): boolean {
  return loss === "multinomial" ? outputs >= 2 : outputs === 1;
}

/** @throws ModelError if the text is no model, or its parts do not fit together */
export function loadModel(text: string): RegressionModel {
  const parsed = parse(text);
  if (parsed?.format !== FORMAT) throw new ModelError(`loadModel: the text is no ${FORMAT}`);
  if (parsed.version !== VERSION)
    throw new ModelError(
      `loadModel: version must be ${VERSION}, received ${String(parsed.version)}`,
    );
  const { loss, names, intercept, coefficients } = parsed;
  const known = LOSS_NAMES.find((name) => name === loss);
  if (!known) throw new ModelError(`loadModel: loss must be one of ${LOSS_NAMES.join(", ")}`);
  if (!(Array.isArray(names) && names.every((name) => typeof name === "string")))
    throw new ModelError("loadModel: names must be a list of texts");
  if (!isNumbers(intercept) || !isCountOf(known, intercept.length))
    throw new ModelError(
      `loadModel: intercept must be a list of ${known === "multinomial" ? "a finite number for each class" : "one finite number"}`,
    );
  if (!isNumbers(coefficients) || coefficients.length !== names.length * intercept.length)
    throw new ModelError(
      `loadModel: coefficients must be ${names.length * intercept.length} finite numbers`,
    );
  return {
    lossName: known,
    names,
    intercept: Float64Array.from(intercept),
    coefficients: Float64Array.from(coefficients),
  };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((x) => typeof x === "number" && Number.isFinite(x));
}
