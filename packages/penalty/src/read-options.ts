import type { StandardSchemaV1 } from "@standard-schema/spec";
import { PenaltyOptionsError } from "./penalty-options-error.ts";

/**
 * Options checked by a Standard Schema, with its defaults filled in.
 *
 * @param penalty the name to put before an error
 * @param schema any synchronous Standard Schema
 * @param given what the user passed
 * @throws {@link PenaltyOptionsError} with every reason the schema gives
 */
export function readOptions<Schema extends StandardSchemaV1>(
  penalty: string,
  schema: Schema,
  given: unknown,
): StandardSchemaV1.InferOutput<Schema> {
  const result = schema["~standard"].validate(given);
  if (result instanceof Promise)
    throw new TypeError(`${penalty}: its options schema must be synchronous, received a promise`);
  if (typeof result !== "object" || result === null)
    throw new TypeError(
      `${penalty}: validate of its options schema must return { value } or { issues }, returned ${String(result)}`,
    );
  if (result.issues)
    throw new PenaltyOptionsError(
      penalty,
      result.issues.map((issue) => issue.message),
    );
  return result.value;
}
