import type { Step } from "@proxkit/penalty";
import type { Layout } from "./layout.ts";

/** Refuses steps that are negative or NaN, and steps that differ within one of `count` groups. */
export function checkSteps(t: Step, d: number, layout: Layout, count: number): void {
  if (typeof t !== "number" && t.length !== d)
    throw new RangeError(`group: t must have length ${d}, received ${t.length}`);
  for (const ti of typeof t === "number" ? [t] : t)
    if (!(ti >= 0)) throw new RangeError(`group: t must be at least 0, received ${ti}`);
  if (typeof t === "number") return;
  for (let g = 0; g < count; g++) {
    const first = stepOfGroup(t, layout, g);
    for (let k = layout.start(g); k < layout.start(g + 1); k++) {
      const ti = t[layout.order ? layout.order[k] : k];
      if (ti !== first)
        throw new RangeError(
          `group: t must be the same within a group, received ${first} and ${ti} in group ${g}`,
        );
    }
  }
}

/** The step of group g, which is that of its first coordinate. */
export function stepOfGroup(t: Step, { order, start }: Layout, g: number): number {
  if (typeof t === "number") return t;
  return t[order ? order[start(g)] : start(g)];
}
