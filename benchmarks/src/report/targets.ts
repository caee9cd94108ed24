import { isReached, type Measured, targetsOf } from "../targets.ts";
import { type Grid, ratio } from "./cells.ts";
import type { Report } from "./report.ts";

/** Those a row that a report tells something of: what is asked, what was measured, and whether it holds. */
export function targetGrid({ results }: Report): Grid {
  return {
    head: ["target", "asked", "median", "least", "", "holds"],
    rows: targetsOf(results).map((measured) => {
      const { what, unit, bound } = measured.target;
      const asked = "most" in bound ? `≤ ${bound.most}` : `≥ ${bound.least}`;
      return [what, asked, ratio(measured.median), ratio(measured.least), unit, verdict(measured)];
    }),
  };
}

function verdict({ target, median, least }: Measured): string {
  if (isReached(target, median)) return "yes";
  return isReached(target, least) ? "by the least times" : "NO";
}
