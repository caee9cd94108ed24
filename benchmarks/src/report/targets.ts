import { isReached, targetsOf } from "../targets.ts";
import { type Grid, ratio } from "./cells.ts";
import type { Report } from "./report.ts";

/** Those a row that a report tells something of: what is asked, what was measured, and whether it holds. */
export function targetGrid({ results }: Report): Grid {
  return {
    head: ["target", "asked", "measured", "", "holds"],
    rows: targetsOf(results).map(({ target, measured }) => {
      const { what, unit, bound } = target;
      const asked = "most" in bound ? `≤ ${bound.most}` : `≥ ${bound.least}`;
      return [what, asked, ratio(measured), unit, isReached(target, measured) ? "yes" : "NO"];
    }),
  };
}
