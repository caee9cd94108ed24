import type { Json, Penalty } from "@proxkit/penalty";
import { loadPenalty } from "../penalty/load-penalty.ts";
import { UsageError } from "../usage-error.ts";
import type { Model } from "./model-file.ts";

/** The penalty that a model was learned with, found and made again. */
export async function penaltyOf(file: string, { penalty }: Model): Promise<Penalty> {
  if (!penalty) throw new UsageError(`${file}: names no penalty`);
  const { module, parameters } = penalty;
  return (await loadPenalty(specOf(module, parameters), `${file}: penalty`)).penalty;
}

/** As a user would name it: tl1:a=1, group:size=3,radial=(mcp:gamma=3,lambda=1). */
function specOf(module: string, parameters: Readonly<Record<string, Json>>): string {
  const options = Object.entries(parameters).map(([name, value]) => `${name}=${optionOf(value)}`);
  return options.length === 0 ? module : `${module}:${options.join(",")}`;
}

function optionOf(value: Json): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  const { name, parameters } = (value ?? {}) as { name?: Json; parameters?: Json };
  if (typeof name === "string" && parameters !== undefined)
    return `(${specOf(name, parameters as Record<string, Json>)})`;
  return JSON.stringify(value);
}
