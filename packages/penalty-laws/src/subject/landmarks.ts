import type { Json } from "@proxkit/penalty";

/** The sizes of the nonzero numbers among the parameters, at most eight: where a formula may change. */
export function landmarksOf(parameters: Readonly<Record<string, Json>>): readonly number[] {
  const found = new Set<number>();
  const visit = (part: unknown, depth: number): void => {
    if (typeof part === "number" && part !== 0 && Number.isFinite(part)) found.add(Math.abs(part));
    else if (typeof part === "object" && part !== null && depth < 4)
      for (const inner of Object.values(part)) visit(inner, depth + 1);
  };
  visit(parameters, 0);
  return [...found].slice(0, 8);
}
