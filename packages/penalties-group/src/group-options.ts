import { isEven, type PenaltyPlugin, type SeparablePenalty } from "@proxkit/penalty";

/** Which coordinates belong together, how the groups are weighed, and what penalises their norms. */
export interface GroupOptions {
  /** The size of the groups, which follow each other; d must be a multiple of it. Either this or `groups`. */
  readonly size?: number | undefined;
  /** The indices of each group, from 0, none twice; a coordinate in no group is unpenalised. */
  readonly groups?: readonly ArrayLike<number>[] | undefined;
  /**
   * c, a finite number ≥ 0 for each group; or "sqrt-size", the root of the group's size; or "equal", 1.
   * Default: "sqrt-size".
   */
  readonly weights?: "sqrt-size" | "equal" | ArrayLike<number> | undefined;
  /** r, an even separable penalty without bounds. Default: the absolute value, for the group lasso. */
  readonly radial?: SeparablePenalty | undefined;
}

/** {@link GroupOptions} that were checked, with the default weights. */
export type CheckedOptions = {
  readonly weights: "sqrt-size" | "equal" | ArrayLike<number>;
  readonly radial?: SeparablePenalty | undefined;
} & (
  | { readonly size: number; readonly groups?: undefined }
  | { readonly size?: undefined; readonly groups: readonly ArrayLike<number>[] }
);

const names = ["size", "groups", "weights", "radial"];

/** A Standard Schema: the options with their defaults, or all that is wrong with them. */
export const groupOptions: PenaltyPlugin["options"] = {
  "~standard": {
    version: 1,
    vendor: "proxkit",
    validate(given) {
      if (typeof given !== "object" || given === null || Array.isArray(given))
        return { issues: [{ message: `options must be an object, received ${String(given)}` }] };
      const messages = [...wrongIn(given as Record<string, unknown>)];
      return messages.length
        ? { issues: messages.map((message) => ({ message })) }
        : { value: { ...given, weights: (given as GroupOptions).weights ?? "sqrt-size" } };
    },
  },
};

function* wrongIn(given: Record<string, unknown>): Generator<string> {
  for (const key of Object.keys(given))
    if (!names.includes(key)) yield `unknown option ${key}; known: ${names.join(", ")}`;
  const { size, groups, weights, radial } = given;
  if ((size === undefined) === (groups === undefined))
    yield `either size or groups must be given, received ${size === undefined ? "neither" : "both"}`;
  if (size !== undefined && !(Number.isInteger(size) && (size as number) > 0))
    yield `size must be a whole number above 0, received ${String(size)}`;
  if (groups !== undefined) yield* wrongInGroups(groups);
  if (weights !== undefined && weights !== "sqrt-size" && weights !== "equal")
    yield* wrongInWeights(weights, groups);
  if (radial !== undefined && !isEven(radial))
    yield `radial must be an even separable penalty of its own package, received ${nameOf(radial)}`;
  // rounding takes a norm across a bound
  else if (radial !== undefined && radial.scalar.value(1e100) === Number.POSITIVE_INFINITY)
    yield `radial must be finite, ${nameOf(radial)} is infinite at 1e100`;
}

function* wrongInGroups(groups: unknown): Generator<string> {
  if (!Array.isArray(groups)) {
    yield `groups must be a list of lists of indices, received ${String(groups)}`;
    return;
  }
  const taken = new Set<unknown>();
  for (const [g, indices] of groups.entries()) {
    if (!isList(indices) || indices.length === 0)
      yield `groups[${g}] must be a list of indices, received ${nameOf(indices)}`;
    else
      for (const index of Array.from(indices)) {
        if (!(Number.isInteger(index) && (index as number) >= 0 && (index as number) < 2 ** 32 - 1))
          yield `groups[${g}] must hold indices, received ${String(index)}`;
        else if (taken.has(index))
          yield `groups[${g}] must hold new indices, received ${index} again`;
        taken.add(index);
      }
  }
}

function* wrongInWeights(weights: unknown, groups: unknown): Generator<string> {
  if (!isList(weights)) {
    yield `weights must be sqrt-size, equal or a list, received ${nameOf(weights)}`;
    return;
  }
  for (const weight of Array.from(weights))
    if (!(typeof weight === "number" && weight >= 0 && weight < Number.POSITIVE_INFINITY))
      yield `weights must be finite and >= 0, received ${String(weight)}`;
  if (Array.isArray(groups) && groups.length !== weights.length)
    yield `weights must be one for each of ${groups.length} groups, received ${weights.length}`;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}

function nameOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return String((value as { name?: unknown }).name ?? JSON.stringify(value));
}
