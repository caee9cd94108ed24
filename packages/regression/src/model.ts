import { LOSS_NAMES, type LossName } from "./family.ts";
import type { Coefficients } from "./linear-problem.ts";

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
 * A model as JSON text, which {@link loadModel} reads, that of later versions too.
 *
 * @throws ModelError if a number is not finite, or the parts do not fit together
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
  checkParts("saveModel", {
    lossName,
    names,
    intercept: Array.from(intercept),
    coefficients: Array.from(coefficients),
  });
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    loss: lossName,
    names,
    intercept: Array.from(intercept),
    coefficients: Array.from(coefficients),
  });
}

/**
 * Reads what {@link saveModel} wrote, in this version or one before.
 *
 * @throws ModelError if the text is no model, is of a version to come, or its parts do not fit together
 */
export function loadModel(text: string): RegressionModel {
  const caller = "loadModel";
  const parsed = parse(text);
  if (parsed?.format !== FORMAT) throw new ModelError(`${caller}: the text is no ${FORMAT}`);
  const { version, loss, names, intercept, coefficients } = parsed;
  if (version !== VERSION)
    throw new ModelError(
      `${caller}: version must be ${VERSION}, the one this proxkit knows, received ${String(version)}`,
    );
  const parts = { lossName: loss, names, intercept, coefficients };
  checkParts(caller, parts);
  return {
    lossName: parts.lossName,
    names: parts.names,
    intercept: Float64Array.from(parts.intercept),
    coefficients: Float64Array.from(parts.coefficients),
  };
}

interface Parts {
  lossName: LossName;
  names: readonly string[];
  intercept: number[];
  coefficients: number[];
}

function checkParts(
  caller: string,
  parts: { readonly [Key in keyof Parts]: unknown },
): asserts parts is Parts {
  const { lossName, names, intercept, coefficients } = parts;
  const refuse = (what: string) => {
    throw new ModelError(`${caller}: ${what}`);
  };
  if (!LOSS_NAMES.some((name) => name === lossName))
    refuse(`loss must be one of ${LOSS_NAMES.join(", ")}, received ${String(lossName)}`);
  if (!(Array.isArray(names) && names.every((name) => typeof name === "string")))
    return refuse("names must be a list of texts");
  const outputs = isNumbers(intercept) ? intercept.length : 0;
  if (!(lossName === "multinomial" ? outputs >= 2 : outputs === 1))
    refuse(
      `intercept must be ${lossName === "multinomial" ? "2 or more finite numbers" : "one finite number in a list"}`,
    );
  if (!isNumbers(coefficients) || coefficients.length !== names.length * outputs)
    refuse(`coefficients must be ${names.length * outputs} finite numbers`);
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
