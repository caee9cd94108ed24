import type { Json, Penalty } from "@proxkit/penalty";
import { short } from "../output/format.ts";

/** A penalty's name and parameters: tl1 a=1. */
export function nameOf({ name, parameters }: Pick<Penalty, "name" | "parameters">): string {
  return [name, ...parametersOf(parameters)].join(" ");
}

/** Each as a=1, b=[0,1], inner=(tl1 a=1); those that are null are not set. */
export function parametersOf(parameters: Penalty["parameters"]): string[] {
  return Object.entries(parameters ?? {})
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${written(value)}`);
}

function written(value: Json): string {
  if (typeof value === "number") return short(value);
  if (typeof value === "string") return value;
  const { name, parameters } = (value ?? {}) as Partial<Pick<Penalty, "name" | "parameters">>;
  if (typeof name === "string" && parameters) return `(${nameOf({ name, parameters })})`;
  return JSON.stringify(value);
}
