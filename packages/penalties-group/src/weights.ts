import type { CheckedOptions } from "./group-options.ts";
import type { Layout } from "./layout.ts";

/** c_g. */
export function weightOf({ weights }: CheckedOptions, layout: Layout): (g: number) => number {
  if (weights === "equal") return () => 1;
  if (weights === "sqrt-size") return (g) => Math.sqrt(layout.start(g + 1) - layout.start(g));
  const c = Float64Array.from(weights);
  return (g) => c[g];
}

/** max c_g. */
export function heaviestOf({ size, groups, weights }: CheckedOptions): number {
  if (weights === "equal") return groups?.length === 0 ? 0 : 1;
  if (weights === "sqrt-size")
    return Math.sqrt(
      groups ? groups.reduce((most, { length }) => Math.max(most, length), 0) : size,
    );
  return Array.from(weights).reduce((most, c) => Math.max(most, c), 0);
}
