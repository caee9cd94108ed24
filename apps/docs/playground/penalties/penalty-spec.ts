import { type CatalogueEntry, catalogued } from "./catalogue.ts";

/** A built-in penalty and its parameters: what a link says, and what a worker makes a penalty of. */
export interface PenaltySpec {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/** The penalty of that name with the parameters it has unless told. */
export function defaultSpec({ name, parameters }: CatalogueEntry): PenaltySpec {
  return { name, parameters: Object.fromEntries(parameters.map((p) => [p.name, p.default])) };
}

/** As the command line writes it: "tl1:a=0.5"; parameters at their defaults are left out. */
export function writeSpec({ name, parameters }: PenaltySpec): string {
  const told = (catalogued(name)?.parameters ?? [])
    .filter((p) => parameters[p.name] !== p.default)
    .map((p) => `${p.name}=${parameters[p.name]}`);
  return told.length === 0 ? name : `${name}:${told.join(",")}`;
}

/**
 * Reads what {@link writeSpec} wrote. A parameter that is no number gets its default, one beyond its slider's end
 * the end: a link can be edited by hand.
 *
 * @returns undefined where no penalty has that name
 */
export function readSpec(text: string): PenaltySpec | undefined {
  const [name, rest = ""] = text.split(":", 2);
  const entry = catalogued(name);
  if (!entry) return undefined;
  const told = new Map(rest.split(",").map((pair) => pair.split("=", 2) as [string, string]));
  const parameters = entry.parameters.map((p): [string, number] => {
    const value = Number(told.get(p.name) || Number.NaN);
    return [p.name, Number.isFinite(value) ? Math.min(Math.max(value, p.min), p.max) : p.default];
  });
  return { name, parameters: Object.fromEntries(parameters) };
}

/** As readers know them: "TL1", or "TL1 a=0.5" where there is another TL1 beside it. */
export function specLabels(specs: readonly PenaltySpec[]): string[] {
  return specs.map(({ name, parameters }) => {
    const entry = catalogued(name);
    if (!entry) return name;
    const alone = specs.filter((other) => other.name === name).length === 1;
    const told = entry.parameters.map((p) => `${p.symbol}=${parameters[p.name]}`);
    return alone ? entry.label : [entry.label, ...told].join(" ");
  });
}
