import type { StandardSchemaV1 } from "@standard-schema/spec";

/** One numeric option: its default, and the ends of its range. */
export interface NumberOption {
  readonly default: number;
  /** The value must be greater than this. Default: no bound. */
  readonly above?: number;
  /** The value must be at least this. Default: no bound. */
  readonly atLeast?: number;
  /** The value must be at most this. Default: no bound. */
  readonly atMost?: number;
}

/**
 * A Standard Schema for options that are finite numbers, so that a small penalty needs no schema library.
 *
 * @param options each option by name; `{}` for a penalty without options
 * @returns a schema that fills in defaults and refuses unknown names
 * @example
 * ```ts
 * import { numberOptions } from "@proxkit/penalty";
 *
 * const schema = numberOptions({ a: { default: 1, above: 0 } });
 * console.log(schema["~standard"].validate({})); // { value: { a: 1 } }
 * ```
 */
export function numberOptions<Name extends string>(
  options: Readonly<Record<Name, NumberOption>>,
): StandardSchemaV1<{ readonly [K in Name]?: number | undefined }, Record<Name, number>> {
  const names = Object.keys(options) as Name[];

  function validate(given: unknown): StandardSchemaV1.Result<Record<Name, number>> {
    if (typeof given !== "object" || given === null || Array.isArray(given))
      return { issues: [{ message: `options must be an object, received ${String(given)}` }] };
    const issues: StandardSchemaV1.Issue[] = [];
    const known = names.length ? `known: ${names.join(", ")}` : "it takes none";
    for (const key of Object.keys(given))
      if (!Object.hasOwn(options, key))
        issues.push({ message: `unknown option ${key}; ${known}`, path: [key] });
    const value = {} as Record<Name, number>;
    for (const name of names) {
      value[name] = (given as Record<Name, number | undefined>)[name] ?? options[name].default;
      const expected = unmet(options[name], value[name]);
      if (expected)
        issues.push({
          message: `${name} must be ${expected}, received ${String(value[name])}`,
          path: [name],
        });
    }
    return issues.length ? { issues } : { value };
  }

  return { "~standard": { version: 1, vendor: "proxkit", validate } };
}

/** What the value should have been, or nothing if it is as it should be. */
function unmet({ above, atLeast, atMost }: NumberOption, value: unknown): string | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return "a finite number";
  if (above !== undefined && !(value > above)) return `greater than ${above}`;
  if (atLeast !== undefined && !(value >= atLeast)) return `at least ${atLeast}`;
  if (atMost !== undefined && !(value <= atMost)) return `at most ${atMost}`;
  return undefined;
}
