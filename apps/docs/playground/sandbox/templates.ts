import { CAPPED_L1 } from "../state/panes.ts";
import type { WrittenPenalty } from "./messages.ts";

/** A penalty to begin with. */
export interface Template {
  readonly label: string;
  readonly written: WrittenPenalty;
}

/** What a reader may begin with; the second and third hold slips, which the laws find. */
export const templates: readonly Template[] = [
  { label: "capped l1", written: CAPPED_L1 },
  {
    label: "l0, cut at t (a slip: it is √(2t))",
    written: {
      value: "return Number.isNaN(x) ? x : x === 0 ? 0 : 1;",
      prox: "return Math.abs(v) <= t && t > 0 ? 0 : v;",
      threshold: "return t;",
      convex: false,
      weakConvexity: Number.POSITIVE_INFINITY,
    },
  },
  {
    label: "capped l1, cut too late (a slip)",
    written: { ...CAPPED_L1, prox: CAPPED_L1.prox.replace("1 + t / 2", "1 + t") },
  },
  {
    label: "ridge",
    written: {
      value: "return (x * x) / 2;",
      prox: "return Number.isFinite(t) ? v / (1 + t) : v * 0;",
      threshold: "return 0;",
      convex: true,
      weakConvexity: 0,
    },
  },
];
