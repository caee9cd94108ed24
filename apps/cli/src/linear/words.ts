import type { Json } from "@proxkit/penalty";
import { nameOf } from "../penalty/name-of.ts";

interface Named {
  readonly penalty: { readonly name: string; readonly parameters: Readonly<Record<string, Json>> };
  readonly groups: readonly unknown[] | null;
}

/** A penalty's name and parameters; of groups by --group how many there are, and what is inside. */
export function nameOfLinear({ penalty, groups }: Named): string {
  if (!groups) return nameOf(penalty);
  const inner = penalty.parameters.radial as Parameters<typeof nameOf>[0] | undefined;
  return `on ${groups.length} ${groups.length === 1 ? "group" : "groups"}${inner ? ` (${nameOf(inner)})` : ""}`;
}

interface Sampled {
  readonly data: string;
  readonly samples: number;
  readonly target: string;
  readonly dropped: number;
  readonly classes: readonly string[] | null;
}

/** What a model was learned on. */
export function dataWords({ data, samples, target, dropped, classes }: Sampled): string {
  const parts = [`${data}: ${samples} samples, target ${target}`];
  if (classes) parts.push(`classes ${few(classes)}`);
  if (dropped > 0) parts.push(`${dropped} ${dropped === 1 ? "row" : "rows"} left out`);
  return parts.join(", ");
}

/** Of many names the first and the last. */
export function few(names: readonly string[]): string {
  return names.length <= 6
    ? names.join(", ")
    : `${names.slice(0, 5).join(", ")}, … ${names.at(-1)}`;
}
