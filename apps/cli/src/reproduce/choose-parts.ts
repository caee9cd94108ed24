import { didYouMean } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import { type AnyPart, allParts } from "./parts.ts";

/** Figures of the paper behind which there are no numbers. */
const DRAWINGS: ReadonlyMap<string, string> = new Map([
  ["figure1", "the architecture of the network"],
  ["figure3", "the worst case of the update of w"],
]);

/** The parts that are asked for, each once, in the order of the report. */
export function chooseParts(asked: readonly string[]): readonly AnyPart[] {
  const names = allParts.map(({ name }) => name);
  for (const name of asked) {
    if (name === "all" || names.includes(name)) continue;
    const list = `parts: all, ${names.join(", ")}`;
    const drawing = DRAWINGS.get(name);
    throw new UsageError(
      drawing === undefined
        ? `reproduce ${name}: no such part${didYouMean(name, ["all", ...names])}; ${list}`
        : `reproduce ${name}: is a drawing of ${drawing}, without data to compute; ${list}`,
    );
  }
  if (asked.length === 0 || asked.includes("all")) return allParts;
  return allParts.filter(({ name }) => asked.includes(name));
}
