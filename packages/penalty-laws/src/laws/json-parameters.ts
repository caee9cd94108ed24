import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";

/**
 * The name is not empty, and the parameters are plain JSON, which comes back from text as it went.
 *
 * Scope: every penalty. Catches Infinity, NaN, undefined, a typed array or a function among the parameters,
 * with which a saved model could not be loaded.
 */
export const jsonParameters: CheckableLaw = defineLaw<object>({
  name: "parameters survive JSON",
  always: () => [{}],
  contradiction({ penalty: { name, parameters } }): Contradiction | undefined {
    if (name.trim() === "") return { claim: "the name is empty", numbers: {} };
    const text = JSON.stringify(parameters);
    const broken = difference(parameters, JSON.parse(text), "parameters");
    if (!broken) return undefined;
    return { claim: `${broken} does not come back from JSON as it went`, numbers: { json: text } };
  },
});

/** The path of the first part that differs. */
function difference(before: unknown, after: unknown, path: string): string | undefined {
  if (typeof before !== "object" || before === null) return before === after ? undefined : path;
  if (typeof after !== "object" || after === null) return path;
  const plain = [Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(before));
  if (!plain || Array.isArray(before) !== Array.isArray(after)) return path;
  for (const [key, part] of Object.entries(before)) {
    if (!Object.hasOwn(after, key)) return `${path}.${key}`;
    const found = difference(part, (after as Record<string, unknown>)[key], `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}
