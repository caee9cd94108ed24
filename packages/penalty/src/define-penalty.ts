import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { Penalty } from "./contract.ts";
import { readOptions } from "./read-options.ts";

/** The default export of a penalty package: how an application that has only its name makes one. */
export interface PenaltyPlugin<Schema extends StandardSchemaV1 = StandardSchemaV1> {
  /** The name of the penalties it creates. */
  readonly name: string;
  /** Checks the options and fills in their defaults; any Standard Schema (zod, valibot, arktype, …). */
  readonly options: Schema;
  /** Makes a penalty from checked options. */
  create(options: StandardSchemaV1.InferOutput<Schema>): Penalty;
}

/**
 * Describes a penalty as a plug-in.
 *
 * @param plugin name, options schema and factory
 * @returns the same, frozen; throws a TypeError that names what is missing
 * @example
 * ```ts
 * import { createPenalty, definePenalty, numberOptions, separablePenalty } from "@proxkit/penalty";
 *
 * const plugin = definePenalty({
 *   name: "scaled-l1",
 *   options: numberOptions({ c: { default: 1, above: 0 } }),
 *   create: ({ c }) =>
 *     separablePenalty({
 *       name: "scaled-l1",
 *       parameters: { c },
 *       convex: true,
 *       value: (x) => c * Math.abs(x),
 *       prox: (v, t) => (Math.abs(v) <= c * t ? 0 : v - Math.sign(v) * c * t),
 *       threshold: (t) => c * t,
 *     }),
 * });
 * console.log(createPenalty(plugin, { c: 2 }).value(Float64Array.of(1, -3))); // 8
 * ```
 */
export function definePenalty<Schema extends StandardSchemaV1>(
  plugin: PenaltyPlugin<Schema>,
): PenaltyPlugin<Schema> {
  if (typeof plugin.name !== "string" || plugin.name === "")
    throw new TypeError(
      `definePenalty: name must be a non-empty string, received ${String(plugin.name)}`,
    );
  if (typeof plugin.options?.["~standard"]?.validate !== "function")
    throw new TypeError(`definePenalty: options of ${plugin.name} must be a Standard Schema`);
  if (typeof plugin.create !== "function")
    throw new TypeError(`definePenalty: create of ${plugin.name} must be a function`);
  return Object.freeze({ ...plugin });
}

/**
 * Makes a penalty from unchecked options, such as those of a command line.
 *
 * @throws {@link PenaltyOptionsError} if the plug-in's schema refuses them
 */
export function createPenalty(plugin: PenaltyPlugin, options: unknown = {}): Penalty {
  return plugin.create(readOptions(plugin.name, plugin.options, options));
}
