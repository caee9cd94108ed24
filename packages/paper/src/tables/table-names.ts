import type { PaperPenalty } from "../published/published.ts";

export const tableNames: Readonly<Record<PaperPenalty, string>> = {
  l0: "Table 1",
  tl1: "Table 2",
  l1: "Table 3",
};
