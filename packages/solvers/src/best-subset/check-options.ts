import { ArgumentError, type LinearModel, type Loss } from "@proxkit/core";
import type { BestSubsetOptions } from "./best-subset.ts";

const MOST_SIZES = 50;

function refuse(argument: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller: "bestSubset", argument, expected, received });
}

/** The model behind a loss that best subset selection can take. */
export function modelOf({ linear }: Loss): LinearModel {
  if (!linear)
    refuse("loss", "see w through products Xw only (have `linear`)", "a loss that does not say so");
  if (linear.outputs !== 1) refuse("loss", "have one output", linear.outputs);
  return linear;
}

/** @returns the sizes */
export function checkOptions(
  { columns }: LinearModel,
  { sizes, keep = [], nodes }: BestSubsetOptions,
): readonly number[] {
  const d = columns.columns;
  for (let k = 0; k < keep.length; k++)
    if (!(Number.isInteger(keep[k]) && keep[k] >= 0 && keep[k] < d))
      refuse(`keep[${k}]`, `be a whole number from 0 to ${d - 1}`, keep[k]);
  const most = d - new Set(Array.from(keep)).size;
  if (nodes !== undefined && !(nodes >= 0)) refuse("nodes", "be at least 0", nodes);
  if (!sizes)
    return Array.from({ length: Math.min(most, columns.rows, MOST_SIZES) + 1 }, (_, s) => s);
  let before = -1;
  for (let k = 0; k < sizes.length; k++) {
    if (!(Number.isInteger(sizes[k]) && sizes[k] >= 0 && sizes[k] <= most))
      refuse(`sizes[${k}]`, `be a whole number from 0 to ${most}`, sizes[k]);
    if (sizes[k] <= before) refuse(`sizes[${k}]`, `be above the one before, ${before}`, sizes[k]);
    before = sizes[k];
  }
  return Array.from(sizes);
}
